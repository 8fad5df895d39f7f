"""Two whole pages side by side: nothing if they differ harmlessly, else every difference once, in its place."""
