"""Region files of one folder: where they lie, and what they begin with."""
