"""What a region says in words of its own: points, figures, terms."""
