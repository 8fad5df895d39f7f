"""The check engine: what a page must be, said in HTML and CSS, and what is wrong with it, said in plain words."""
