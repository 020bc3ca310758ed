"""From the original text to the normalized one, and the way back."""
