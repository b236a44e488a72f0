"""Pictures of a recommendation, each with a text that says the same; window and report draw the same data."""
