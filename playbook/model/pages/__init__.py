"""Which pages an edition has."""
