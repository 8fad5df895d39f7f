"""One person at one exercise: text to report to event; drafts, versions, recovery."""
