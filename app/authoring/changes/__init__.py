"""Changes to a page, made by chance but repeatable: harmless ones (variants.py) and mistakes (mistakes.py)."""
