"""One module an audience: an adult's own channels."""
