"""The museum of the harbour."""
