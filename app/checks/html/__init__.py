"""HTML blocks: read as patterns, matched against a page, and explained where the page does not fit."""
