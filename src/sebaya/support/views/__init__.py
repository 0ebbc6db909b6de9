"""One module an audience: the seeker asking, the seeker talking, the supporter, staff."""
