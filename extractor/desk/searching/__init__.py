"""Find articles and figures by words and conditions."""
