"""Returns: prescribed forms, kept as data, and the writer that fills them."""
