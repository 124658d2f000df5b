"""The rules. Standard library only: no clock, no rows, no requests."""
