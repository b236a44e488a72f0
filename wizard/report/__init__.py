"""What is said at the end: one neutral report, and the writers that render it."""
