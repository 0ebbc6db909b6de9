"""One module an audience: the duty list, and what is recorded about one member."""
