"""What AWS's errors about images and types say, why, and what to do."""
