KNOTS = 6


def voyage(miles, crew):
    hours = miles / KNOTS

    def watch():
        return hours / len(crew)

    return watch
