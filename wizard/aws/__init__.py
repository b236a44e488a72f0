"""Asking AWS, and only asking. The one room with botocore, which is imported when first needed."""
