"""Run an extraction over parts of an archive: here, or wherever an engine puts them."""
