"""The competence gate: for now the paper training record."""
