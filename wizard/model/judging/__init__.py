"""A rulebook bound to a catalogue: one image on every type at once."""
