"""The evenings of an observatory."""
