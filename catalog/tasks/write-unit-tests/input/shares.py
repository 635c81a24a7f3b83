def share(cents, people):
    """Share an amount of cents out among people, as evenly as cents go."""
    if people < 1:
        raise ValueError("nobody is there to pay")
    return [cents // people] * people
