"""A copy's own pages, and which pages an edition has."""
