"""`css` blocks: what a browser is asked, and what its answers mean for a learner."""
