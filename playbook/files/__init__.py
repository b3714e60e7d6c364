"""Files that people write are read safely, and what is wrong with them is said with line and remedy."""
