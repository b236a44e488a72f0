"""What becomes of a move: the disks of today, what is nearer, what is rebuilt, the other plan."""
