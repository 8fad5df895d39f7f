"""Midweek: weekly HTML and CSS lessons for an office, offline."""

VERSION = "1.0.0"
