"""Tables: what shows them, what paints their cells, and how wide their columns are."""
