"""Texts as blocks and styled characters, each with its exact place in the source."""
