"""A flag on something: its level, its clock and who acknowledged it."""
