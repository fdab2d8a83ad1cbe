"""What a journal promises, tried on real files."""
