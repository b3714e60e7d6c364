"""The design of paper: grid, spacing, type and colors, read from the stylesheets that a browser prints by."""
