"""The officer's workbook: read safely, recognised, and patched without loss."""
