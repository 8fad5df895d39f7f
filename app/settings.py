"""People's preferences and the office's policy file."""
