"""Names of places: how they are found in a text, what tells their kind, which one is meant."""
