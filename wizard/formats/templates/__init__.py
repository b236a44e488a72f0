"""Templates, plans and requests: every place in them where an image and an instance type stand together."""
