"""The registered meeting, read by the web without some words."""

from __future__ import annotations

from minutes.actions.publishing import approve_copy, choose_publishing, rule_on
from minutes.domain.publishing import Publishing, Ruling
from minutes.store.masks import elected_of, masks_of, texts_without
from minutes.store.searching.keeping import follow
from tests.store.registered import ACT, Registered


def mask(registered: Registered, words: str) -> None:
    """Let the web read the adjusted meeting without these words."""
    session, meeting = registered.session, registered.adjusted
    choose_publishing(session, ACT, registered.board, Publishing.REVIEWED, "2026-06-17 § 45")
    rule_on(session, ACT, meeting, words, Ruling.MASKED, "Prov")
    masks = masks_of(session, meeting, Ruling.MASKED)
    texts = texts_without(session, meeting, masks, elected_of(session, meeting))
    approve_copy(session, ACT, meeting, expires_on=None, texts=texts)
    follow(session)
