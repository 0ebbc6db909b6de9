"""A believable school, made by the same actions people use."""
