"""Events, store, weeks, status, sharing, reports; never what a page says."""
