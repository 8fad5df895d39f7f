"""A page patched while somebody types, beside the same page loaded afresh: which edits, and what is compared."""
