"""Marks on the fields of the record."""

from __future__ import annotations

LEFT_OUT = {"left_out_when_missing": True}
"""Marks a field that has no key in the JSON of a record that does not tell it."""
