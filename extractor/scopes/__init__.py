"""Of whom a clause speaks and in what mood."""
