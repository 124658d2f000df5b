"""Killed at any step of an act, the record is before or after it, and files go with their rows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from tests.documents.ground import ACTS, Ground, Held, ground_on

TRIED = [*(("sqlite", act) for act in ACTS), ("postgresql", "the last signs, with the seal")]
MEANT_AGAIN = "a public copy is approved"
"""An act that may be meant twice; the form that it comes by is carried out once."""


@pytest.fixture(scope="module")
def ground(
    request: pytest.FixtureRequest, run_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Ground]:
    """A register on that kind of database in which everything is about to happen."""
    with ground_on(request.param, run_folder, tmp_path_factory.mktemp("ground")) as ground:
        yield ground


def _is_done(ground: Ground, before: Held, after: Held) -> bool:
    """Whether the act was done; asserts that it was done whole or not at all."""
    held = ground.held()
    assert held in (before, after), "the record stands between before and after"
    assert ground.astray() == []
    assert ground.swept() == []
    assert ground.astray() == []
    return held == after


@pytest.mark.parametrize(("ground", "act"), TRIED, indirect=["ground"])
def test_killed_at_each_step_it_is_before_or_after(ground: Ground, act: str) -> None:
    before, after = ground.around(act)
    ended: list[bool] = []

    for step in count(1):
        if step == 1 or ended[-1] or ground.counts_what_was_undone:
            ground.lay_out()
        was_killed = ground.killed(act, step)
        ended.append(_is_done(ground, before, after))
        if ended[-2:-1] != ended[-1:]:
            assert ground.faults() == []
        if not was_killed:
            break

    assert ended == sorted(ended), "first the steps before the act, then those after it"
    assert ended.count(False) > 5
    assert ended.count(True) > 1
    if act != MEANT_AGAIN:
        ground.act(act)
        assert ground.held() == after, "done again, it is there twice"
