"""Fares of the ferry, with # signs where none is a comment."""

TAX = 0.2  # TODO: read it from the settings
COLOURS = {"adult": "#ffcc00", "child": "#00ccff"}


def fare(net):
    # TODO: round to cents
    return net * (1 + TAX)  # net is in euros
