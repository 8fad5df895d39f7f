"""QtWebEngine only: sealed profile, pages, the bridge, editor, preview, probe. It knows pages, not lessons."""
