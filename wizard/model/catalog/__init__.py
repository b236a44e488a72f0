"""The instance types that are known, what a refresh changed, and lists of types."""
