"""The pages that ask, and an editor for each kind of question."""
