"""Checks over a whole archive: who and what is the same, and which articles disagree."""
