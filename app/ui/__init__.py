"""Screens and widgets; they show values and say what was asked, and know no rules."""
