"""A region's own words put into a finished page."""
