"""Packaged data of detection: explanations and weights."""
