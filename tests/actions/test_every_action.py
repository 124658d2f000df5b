"""What all actions have in common: one change, one entry in the history, and no commit."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from minutes import actions
from tests.actions.accounts import Call
from tests.actions.every import every
from tests.actions.world import LATER, World

NAMES = (
    "founded organisation", "named party", "established body", "registered person",
    "given mandate", "opened matter", "raised motion", "held meeting", "entered attendance",
    "kept unread_line", "taken up item", "kept document",
    "put on agenda item", "moved item", "withdrawn item", "restored item", "closed item",
    "revised item", "let treat item", "made secret item", "made open item",
    "put on agenda again item",
    "given recipients item", "moved annex",
    "planned meeting", "rescheduled meeting", "cancelled meeting", "resumed meeting",
    "summoned meeting", "given standing items body",
    "given decision basis item", "given annexes item", "given references item",
    "called meeting", "arrived meeting", "departed meeting", "seated meeting", "gave back meeting",
    "led meeting", "went remote meeting", "mended meeting", "stepped aside disqualification",
    "struck disqualification", "opened meeting", "closed meeting", "reopened meeting",
    "retimed meeting",
    "elected adjuster",
    "adjusted adjustment",
    "written section", "revised section", "headed section",
    "decided decision", "tabled item", "referred back item", "not postponed item",
    "attached annex",
    "addressed recipient", "corrected correction", "put proposal", "asked question",
    "voted vote", "reserved reservation", "received reservation", "noted note",
    "disqualified disqualification",
    "stood aside stand_aside", "given assignment",
    "adopted plan", "revised plan", "set goal", "worded goal", "assessed assessment",
    "revised assessment", "reported measure",
    "closed assignment", "opened again assignment", "revised measure", "struck measure",
    "entered handling",
    "revised handling",
    "answered motion",
    "revised proposal", "withdrawn proposal", "upheld proposal",
    "revised question", "moved question", "struck question", "revised vote", "joined vote",
    "revised decision", "revised reservation", "revised note", "revised assignment",
    "struck assignment",
    "answered anew motion", "left unanswered motion", "answered again motion",
    "taken over item", "given back item",
    "opened account", "entrusted entrusted", "relieved account", "reset account",
    "signed out account",
    "chose the language of account", "recognised subject",
    "sent edition", "sent at once edition", "sent in secret edition", "taken back edition",
    "signed verdict", "refused verdict", "turned away edition_signer",
    "retracted verdict", "settled settlement", "renewed renewal",
    "adjusted immediate_adjustment",
    "written letter", "delayed letter", "handed in letter", "sent again letter", "given up letter",
    "proposed correction_proposal", "proposed figures of correction_proposal",
    "withdrawn correction_proposal", "certified correction_certification",
    "refused correction_certification", "retracted correction_certification",
    "certified extract", "dispatched dispatch", "entered addressee", "moved addressee",
    "announced notice", "appealed appeal", "revised appeal",
    "announced delegated decision by notice", "taken down notice", "interrupted notice",
    "delegated delegated_decision", "revised delegated_decision", "struck delegated_decision",
    "communicated communication", "revised communication",
    "revised motion", "wrote off motion",
    "chose publishing of body", "ruled on mask", "approved public_copy",
    "taken in as public public_copy", "taken off the web public_copy",
)  # fmt: skip
_ACTS = ["session", "act"]
_TOOLS = {"history", "prose", "restoring", "revisions", "unpacking"}
"""With what all actions leave their entries, what lets the prose follow by actions, and what
needs a register that holds nothing (tried in tests/cli/test_archive.py and test_bad_packages)."""


def _actions() -> Iterator[Callable[..., Any]]:
    """Every public function that acts, found in the modules themselves."""
    for module in pkgutil.iter_modules(actions.__path__, f"{actions.__name__}."):
        if module.name.rpartition(".")[2] in _TOOLS:
            continue
        members = inspect.getmembers(importlib.import_module(module.name), inspect.isfunction)
        for name, function in members:
            here = function.__module__ == module.name and not name.startswith("_")
            if here and [*inspect.signature(function).parameters][:2] == _ACTS:
                yield function


@pytest.fixture(scope="module")
def made_ready(
    entered_world: World, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Call]]:
    """Every action ready to be called, in one register that all have prepared."""
    undone = entered_world.session.begin_nested()
    yield every(entered_world, tmp_path_factory.mktemp("files"))
    undone.rollback()
    entered_world.session.expire_all()


@pytest.fixture
def calls(made_ready: dict[str, Call], world: World) -> dict[str, Call]:
    """The actions; what calling one does is undone, for it begins in `world`."""
    return made_ready


def test_every_action_is_tried_here(calls: dict[str, Call]) -> None:
    assert tuple(calls) == NAMES
    tried = {call.func for call in calls.values()}
    assert tried == set(_actions()), "try the new action in tests/actions/every.py"


@pytest.mark.parametrize("name", NAMES)
def test_an_action_leaves_one_entry(world: World, calls: dict[str, Call], name: str) -> None:
    call = calls[name]
    before = len(world.history())

    call()

    (entry,) = world.history()[before:]
    assert f"{entry.verb} {entry.subject}" == name
    assert (entry.actor, entry.at) == (LATER.by, LATER.at)


@pytest.mark.parametrize("name", NAMES)
def test_the_entry_names_the_row_that_is_returned(
    world: World, calls: dict[str, Call], name: str
) -> None:
    call = calls[name]
    returned = call()

    row = returned[0] if isinstance(returned, tuple) else returned
    row = call.args[2] if isinstance(row, list) else row  # an answer is the motion's
    entry = world.history()[-1]
    assert (entry.subject, entry.subject_id) == (row.__tablename__, row.id)


@pytest.mark.parametrize("name", NAMES)
def test_an_action_does_not_commit(world: World, calls: dict[str, Call], name: str) -> None:
    call = calls[name]
    before = len(world.history())
    undone = world.session.begin_nested()

    call()

    assert undone.is_active, "the caller commits, once a request or command"
    undone.rollback()
    world.session.expire_all()
    assert len(world.history()) == before
