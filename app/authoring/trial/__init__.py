"""Trying a pack before it is handed out: what PACK-FORMAT.md calls fit, exercise by exercise."""
