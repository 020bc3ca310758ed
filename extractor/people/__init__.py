"""Who is named in a text, under which office, and who speaks."""
