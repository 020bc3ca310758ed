"""Say why a record holds what it holds: the rule or row that decided, and its words."""
