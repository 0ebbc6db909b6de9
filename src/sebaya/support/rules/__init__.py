"""Pure predicates and formulas of this room."""
