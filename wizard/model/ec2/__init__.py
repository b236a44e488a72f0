"""EC2's own nouns: instance type, image, launch, the system in an image, and what is found of them."""
