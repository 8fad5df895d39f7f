"""`css written` blocks: what must stand in the learner's own style sheets, and why it does not."""
