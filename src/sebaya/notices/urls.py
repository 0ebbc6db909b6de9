"""Addresses of this room."""

from django.urls import URLPattern, URLResolver

community_patterns: list[URLPattern | URLResolver] = []
