"""What is told while an account is asked: events, progress, uses, problems."""
