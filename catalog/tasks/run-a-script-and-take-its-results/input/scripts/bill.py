dishes = {"soup": 6.50, "ratatouille": 14.00, "tart": 5.50}
total = sum(dishes.values()) * guests
