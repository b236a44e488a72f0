"""What things cost, in the report and in JSON."""
