"""Sebaya: a whole peer support programme for a school or a community."""

__version__ = "0.1.0"
