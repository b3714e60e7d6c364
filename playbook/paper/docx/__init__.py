"""Documents as Word files (Office Open XML), by python-docx."""
