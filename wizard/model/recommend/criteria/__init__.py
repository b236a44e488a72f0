"""What the answers ask of a type, one criterion each."""
