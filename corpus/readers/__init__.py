"""Read articles from files, folders, gzip and standard input, one at a time."""
