"""Instance types as a table to sort, filter, compare and carry away: of the results, and of the whole catalogue."""
