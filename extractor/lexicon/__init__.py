"""The words of Persian that the components know, as data with examples."""
