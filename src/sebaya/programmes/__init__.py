"""Duty list, windows, consent and holds."""
