"""What people have in hand that no tool prescribes: read by the names of keys, as far as they leave no doubt."""
