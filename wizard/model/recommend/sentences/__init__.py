"""The sentences of the answer."""
