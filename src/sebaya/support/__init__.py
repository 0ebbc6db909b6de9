"""Doors, triage, matching, offers, conversations, consult, feedback."""
