"""System checks that are the project's own: every field is classed in policy/data.yaml."""
