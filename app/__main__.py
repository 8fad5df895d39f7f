"""`python -m app`: the window, or a command."""

from app.main import main

raise SystemExit(main())
