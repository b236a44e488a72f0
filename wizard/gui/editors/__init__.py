"""The editors: one for each kind of question."""
