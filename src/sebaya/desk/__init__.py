"""Hari ini: what every room has to do, for one person."""
