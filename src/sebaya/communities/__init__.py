"""The tenant: one school or community, its settings and its clock."""
