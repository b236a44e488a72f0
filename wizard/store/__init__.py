"""What is kept on disk: resources, answers files, preferences, caches."""
