"""Link each quantity to what it measures, of what, where, when and on whose word."""
