"""The build as a list of steps, read from top to bottom."""
