"""The open document: the workbook, its findings, what was done to it, and what it tells its views."""
