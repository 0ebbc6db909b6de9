"""Rosters: reading a school's list of people, checking it, writing it, giving it back (see README.md)."""
