"""The actions of the window, one file to a menu."""
