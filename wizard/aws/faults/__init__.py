"""What goes wrong on the way to AWS, each as the problem that a person can do something about."""
