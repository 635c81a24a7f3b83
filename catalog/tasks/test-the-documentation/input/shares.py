def share(cents, people):
    """Share an amount of cents out among people, as evenly as cents go.

    >>> share(1000, 4)
    [250, 250, 250, 250]
    >>> share(1000, 3)
    [334, 333, 333]
    >>> share(1000, 0)
    Traceback (most recent call last):
    ValueError: nobody is there to pay
    """
    if people < 1:
        raise ValueError("nobody is there to pay")
    return [cents // people] * people
