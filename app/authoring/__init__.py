"""A pack being written: drafts of it, checks proposed for it, and its trial."""
