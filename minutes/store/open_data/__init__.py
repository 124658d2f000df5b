"""What anybody may take along: all that is adjusted and public, as things with lasting ids.

The names of things and of their parts are Popolo's where Popolo has a word.
"""

from __future__ import annotations

from collections.abc import Mapping

from minutes.store.open_data.bodies import MEMBERSHIPS, ORGANIZATIONS, PARTIES, PERSONS
from minutes.store.open_data.decisions import DECISIONS, DOCUMENTS
from minutes.store.open_data.dissent import NOTES, RESERVATIONS
from minutes.store.open_data.events import EVENTS
from minutes.store.open_data.items import ITEMS
from minutes.store.open_data.kinds import Kind
from minutes.store.open_data.matters import ASSIGNMENTS, MATTERS, MEMBER_MOTIONS
from minutes.store.open_data.proposals import MOTIONS
from minutes.store.open_data.voting import VOTE_EVENTS, VOTES

KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        ORGANIZATIONS, PARTIES, PERSONS, MEMBERSHIPS, EVENTS, ITEMS, DECISIONS, MOTIONS,
        VOTE_EVENTS, VOTES, RESERVATIONS, NOTES, DOCUMENTS, MATTERS, ASSIGNMENTS, MEMBER_MOTIONS,
    )
}  # fmt: skip
"""The kinds of open data, by the name that addresses have."""
