"""What is wrong or doubtful in a workbook: short rules that yield findings."""
