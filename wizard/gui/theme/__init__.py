"""Colours, icons, sizes and the spelling of numbers and dates."""
