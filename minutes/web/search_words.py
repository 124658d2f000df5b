"""The words of the screen for what is searched."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from minutes.store.searching.tables import Part
from minutes.web.languages import marked

LABELS: Mapping[type[Enum], Mapping[Any, str]] = {
    Part: {
        Part.ITEM: marked("Paragrafer"),
        Part.DECISION: marked("Beslut"),
        Part.PROPOSAL: marked("Yrkanden"),
        Part.RESERVATION: marked("Reservationer"),
        Part.NOTE: marked("Anteckningar"),
        Part.ASSIGNMENT: marked("Uppdrag"),
        Part.ANNEX: marked("Bilagor"),
    }
}
PARTS = {
    "": Part.ITEM,
    "beslut": Part.DECISION,
    "yrkanden": Part.PROPOSAL,
    "reservationer": Part.RESERVATION,
    "anteckningar": Part.NOTE,
    "uppdrag": Part.ASSIGNMENT,
    "bilagor": Part.ANNEX,
}
"""What `visa` may be in the address of a search."""
OUTCOMES = {
    "beslutat": "decided",
    "forslag": "proposed",
    "aterremitterat": "referred_back",
    "bordlagt": "tabled",
    "utan-beslut": "none",
}
"""What `utfall` may be."""
