"""One module an audience: whoever prepares supporters."""
