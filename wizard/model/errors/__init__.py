"""EC2's errors, as pasted, and what they say."""
