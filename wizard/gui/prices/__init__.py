"""What is known of prices: how old that is, and newer ones."""
