"""Parts of a built page on their way to paper, beside html_reader.py: what is spoken from a sheet, and tables."""
