"""What runs in an account, to pick from."""
