"""Pages that an edition does without: their links and menu entries, taken from its other pages."""
