"""What the museum collects; each module is one collection."""
