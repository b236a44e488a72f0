"""When nothing is left: which answers to change, and how little."""
