"""Ways of looking at the page that is being written: each is a widget that is given values and knows no browser."""
