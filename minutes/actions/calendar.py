"""The Swedish calendar, from the library that keeps it; the rules take it as an argument."""

from __future__ import annotations

from collections.abc import Container
from datetime import date
from functools import cache
from typing import cast


@cache
def swedish_holidays() -> Container[date]:
    """Public holidays of any year (SFS 1989:253); Saturdays and Sundays the rules know."""
    import holidays

    return cast("Container[date]", holidays.country_holidays("SE", include_sundays=False))
