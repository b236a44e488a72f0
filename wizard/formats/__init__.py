"""What people have in hand: files, replies, templates and pasted text, read in the shapes they come in."""
