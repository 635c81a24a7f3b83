"""Content: files to values, values to a bundle, a bundle to answers."""
