"""docs/audit.md tells of every rule of the audit, with its weight."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from typing import Any

import pytest

from minutes.domain.audit import ITEM_RULES, MEETING_RULES
from minutes.domain.findings import Weight

DOCUMENT = Path(__file__).resolve().parent.parent.parent / "docs" / "audit.md"
ROWS = dict(
    re.findall(r"^\| `(\w+)` \| ([a-z, ]+) \|", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE)
)
RULES = {rule.__name__: rule for rule in (*ITEM_RULES, *MEETING_RULES)}


def _weights(rule: Any) -> str:
    source = inspect.getsource(rule)
    return ", ".join(w for w in Weight if f"yield {w}(" in source)


@pytest.mark.parametrize("name", RULES)
def test_each_rule_stands_in_the_document_with_its_weight(name: str) -> None:
    assert ROWS.get(name) == _weights(RULES[name])


def test_the_document_names_no_rule_that_there_is_not() -> None:
    assert set(ROWS) == set(RULES)


def test_no_two_rules_have_the_same_name() -> None:
    assert len(RULES) == len((*ITEM_RULES, *MEETING_RULES))
