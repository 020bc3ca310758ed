"""Numbers that measure or count something: comparator, number, unit or counted noun."""
