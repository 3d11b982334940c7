"""Pages for the board: one way to paint them on screen, printer and file."""
