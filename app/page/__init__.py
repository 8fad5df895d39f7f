"""HTML and CSS as parsed values with exact source positions; no judgement, no screen."""
