"""Asking AWS, and only asking. The one room with boto3, which is imported when first needed."""
