"""The order of the types that fit."""
