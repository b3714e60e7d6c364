"""Pictures of every kind of page and paper on one sheet, for people to look at; none is ever committed."""
