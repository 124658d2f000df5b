"""What a rule answers: its sentence where it says no."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec

from minutes.domain.errors import RuleBroken

P = ParamSpec("P")
ALLOWED = ""
"""The answer of a rule that says nothing against it."""


def refusal(rule: Callable[P, None], *args: P.args, **kwargs: P.kwargs) -> str:
    """The sentence with which the rule refuses, or ALLOWED."""
    try:
        rule(*args, **kwargs)
    except RuleBroken as error:
        return error.sentence
    return ALLOWED
