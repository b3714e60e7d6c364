"""A region's own words held against the points: what they may say, and whose words a point then is."""
