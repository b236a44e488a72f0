"""The places of a template, each with what becomes of a launch there."""
