"""From a person's needs to a recommendation and its reasons."""
