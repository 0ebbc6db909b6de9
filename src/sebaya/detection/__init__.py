"""Risk language: which messages an adult should see first, and why."""

from sebaya.detection.detector import detect
from sebaya.detection.explain import explain
from sebaya.detection.levels import Author, Clue, Finding, Level

__all__ = ["Author", "Clue", "Finding", "Level", "detect", "explain"]
