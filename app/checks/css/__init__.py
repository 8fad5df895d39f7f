"""CSS in checks: what a browser is asked, what is written, and the learner's own styles beside the page."""
