"""The operating systems that are known, and which one an image seems to hold."""
