"""The till of a café."""

PRICES = {"tea": 3, "scone": 5}
TAX = 0.2


def bill(items, member=False):
    total = 0
    for item in items:
        total += PRICES[item]
    if member:
        total -= DISCOUNT
    return round(total * (1 + TAX), 2)
