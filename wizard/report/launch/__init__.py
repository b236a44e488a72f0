"""The launch that a recommendation leads to: which image, which commands, and the same as templates."""
