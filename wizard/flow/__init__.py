"""The conversation: questions, steps and the walk through them, without a toolkit."""
