"""The only room where sentences about a learner's page are made: one template a kind of fault."""
