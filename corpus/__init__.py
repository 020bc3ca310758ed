"""Articles in, records out; nothing here knows of language processing."""
