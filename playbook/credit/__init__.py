"""The credit on a page: which one it must carry, and that it can be seen."""
