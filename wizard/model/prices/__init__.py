"""What an hour of an instance type costs with an image, licence included."""
