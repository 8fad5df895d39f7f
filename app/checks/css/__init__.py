"""The learner's CSS as a browser reads it: sheets, rules, values, cascade, states and settings."""
