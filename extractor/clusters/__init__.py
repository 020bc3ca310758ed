"""How names of clusters are read, listed and brought together."""
