"""A site that says when the water is high."""
