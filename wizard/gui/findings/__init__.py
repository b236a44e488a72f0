"""What was found, as cards and lists: findings, problems, migrations, their sources."""
