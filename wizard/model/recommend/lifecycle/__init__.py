"""How long systems are supported, and what follows them."""
