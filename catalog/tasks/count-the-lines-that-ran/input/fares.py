def fare(age, member=False):
    if age < 4:
        return 0
    if member:
        return 6
    if age < 18:
        return 5
    return 9
