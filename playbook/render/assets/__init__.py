"""The stylesheets and scripts of the finished site."""
