"""Parts of a built page on their way to paper, for html_reader.py: blocks, the text within them, tables, what is spoken from a sheet."""
