"""What changed between two states of a workbook, and how the changes of two officers go together."""
