"""Parts of single pages: the front page, the list of editions, the form."""
