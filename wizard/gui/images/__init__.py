"""Browsing the images of an AWS account."""
