"""Use cases: one file each, no printing."""
