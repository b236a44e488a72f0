"""The results page and its tabs."""
