"""AMI Wizard: which Amazon Machine Image to use, on which EC2 instance types it runs, and why."""

__version__ = "0.2.0"
