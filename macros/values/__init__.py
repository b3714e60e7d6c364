"""A region's values in a page."""
