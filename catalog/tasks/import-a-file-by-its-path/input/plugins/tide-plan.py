PORT = "Brest"


def next_tides(first: int, count: int) -> list[str]:
    """The hours of high water, a little over twelve hours apart."""
    minutes = (first + number * 745 for number in range(count))
    return [f"{value // 60 % 24:02}:{value % 60:02}" for value in minutes]
