"""A meeting of a region file: its length, its online link, its rhythm, and when it is next."""
