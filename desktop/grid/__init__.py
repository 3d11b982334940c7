"""The grid: one table model over records and declared columns, and the view that edits it."""
