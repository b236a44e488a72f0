"""What the types that fit would cost, and what another choice would cost."""
