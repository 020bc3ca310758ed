"""Score records against articles marked by hand."""
