"""Ready-made audits: by axe-core in the browser where it has the rule, by our own look where it has not."""
