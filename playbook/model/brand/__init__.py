"""A copy's own look: the site's name and its accent color."""
