"""The rulebook to read: what an error of EC2 means, and every rule in full."""
