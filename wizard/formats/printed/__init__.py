"""What programs print for people: boxes, lists of PowerShell, values of Python."""
