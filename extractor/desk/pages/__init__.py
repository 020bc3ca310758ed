"""The desk's pages, one file each; ``registry.PAGES`` lists them."""
