"""The spaCy components, one file each; importing a file registers its component."""
