"""What an answer adds to the page that people begin with, and the checks that ask for it."""
