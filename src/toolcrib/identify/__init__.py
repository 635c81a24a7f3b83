"""What a name is: from the nearest source that knows."""
