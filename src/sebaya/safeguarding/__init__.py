"""The two-person reveal of a name."""
