"""Figures of the real program, each beside its floor of the same run; `python3 run.py bench [NAME …]`."""
