"""Records as sheets to be corrected by hand, and corrected sheets as gold."""
