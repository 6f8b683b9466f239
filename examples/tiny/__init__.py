"""What the examples share: tiny models made from a configuration, and how they learn."""
