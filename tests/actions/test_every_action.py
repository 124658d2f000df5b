"""What all actions have in common: one change, one entry in the history, and no commit."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from minutes import actions
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
    "adjusted adjustment", "announced notice", "taken down notice",
    "written section", "revised section", "headed section",
    "decided decision", "tabled item", "referred back item", "not postponed item",
    "attached annex",
    "addressed recipient", "corrected correction", "put proposal", "asked question",
    "voted vote", "reserved reservation", "received reservation", "noted note",
    "disqualified disqualification",
    "stood aside stand_aside", "given assignment", "reported measure",
    "proposed for closing assignment", "closed assignment",
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
    "certified extract", "dispatched dispatch", "entered addressee", "moved addressee",
