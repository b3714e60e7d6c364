"""Rules that no single key can break."""
