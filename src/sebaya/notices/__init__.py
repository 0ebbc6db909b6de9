"""Outbox of content-free notices and the channels that carry them."""
