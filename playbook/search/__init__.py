"""Search: what it can land on, and the index."""
