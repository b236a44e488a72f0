"""The first page: what it takes, where it leads, and what was open last."""
