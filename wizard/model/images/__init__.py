"""Images as DescribeImages and saved replies tell of them."""
