"""People, roles, groups, activation, sign-in, second factor, recovery."""
