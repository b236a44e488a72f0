"""The images that one owns, judged on all types."""
