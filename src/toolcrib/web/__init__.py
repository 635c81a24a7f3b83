"""Pages and JSON over HTTP, and the same as files for any static host."""
