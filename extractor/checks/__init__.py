"""What a fact-checker would do with one record: sums, shares, calendar, contradictions."""
