"""A § as somebody names it, in the forms of the director's office."""

from __future__ import annotations

from minutes.domain.errors import RuleBroken
from minutes.domain.searching import initials_of
from minutes.store.queries.addresses import Address, ItemReference
from minutes.store.queries.plans import cited_item
from minutes.store.session import session
from minutes.store.tables import Item


def named(at: ItemReference | None) -> str:
    """The § as it is written shortest: "RS 2026 § 12"."""
    if at is None:
        return ""
    of: Address = at.address
    return f"{initials_of(of.body).upper()} {of.year} § {of.number}"


def cited(typed: str) -> Item:
    """The adjusted § that was named. Raises RuleBroken."""
    item = cited_item(session(), typed)
    if item is None:
        raise RuleBroken(
            "Registret har ingen justerad paragraf ”{typed}”. Skriv den som RS 2026 § 12.",
            typed=typed,
        )
    return item
