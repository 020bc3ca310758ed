"""The commands, one file each; heavy imports stand inside them."""
