"""The catalogue of instance types: its age, and refreshing it from an account."""
