"""One module an audience: who asks for a name, who holds the second key."""
