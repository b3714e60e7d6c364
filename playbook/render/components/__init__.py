"""Components: pieces of HTML in templates of their own, and the data of those that a region's values make as a whole."""
