"""Cells of tables, painted."""
