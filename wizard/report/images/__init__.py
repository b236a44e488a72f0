"""Tables of images one owns: their columns, the words for groups of them, and what is carried away."""
