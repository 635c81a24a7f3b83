def litres(gallons: float, imperial: bool = False) -> float:
    """Return how many litres some gallons are.
    A gallon of the United States is 3.785 litres, an imperial one 4.546.
    """
    return gallons * (4.546 if imperial else 3.785)
