"""The way from the image and the type that one has to those recommended."""
