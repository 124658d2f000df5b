"""Structured record to Swedish prose; the parser of `importing/` is its inverse."""
