"""The parts of the window, one to a file."""
