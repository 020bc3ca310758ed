"""Write records so that a file is either whole or not there."""
