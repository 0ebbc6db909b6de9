"""Sweeps over due rows, a schedule table and one worker thread."""
