"""Editions: what is printed of the minutes as far as they have come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from minutes.domain.adjustment import Signature
from minutes.domain.editions import Edition
from minutes.domain.notices import Notice
from minutes.domain.persons import Person
from minutes.domain.proposals import Proposal, ProposalKind
from minutes.domain.record import Item, Protocol, published
from minutes.domain.record_json import dumps, loads, to_data

SIGNED = Signature("Eva Ek", "S", date(2026, 3, 12))
EDITION = Edition(
    "RS-2026-03-04",
    2,
    is_draft=False,
    signatures=(SIGNED, Signature("Åsa Lind", None)),
    notice=Notice(date(2026, 3, 13), date(2026, 4, 7), date(2026, 4, 8), "Regionens kansli"),
)
PROTOCOL = Protocol("Regionstyrelsen", date(2026, 3, 4), (Item(17, "Val av justerare"),))


@pytest.mark.parametrize(
    ("edition", "is_from_elsewhere"),
    [
        pytest.param(EDITION, False, id="who signed when is told"),
        pytest.param(replace(EDITION, signatures=()), True, id="nobody is told"),
        pytest.param(replace(EDITION, signatures=(Signature("Bo Alm", "M"),)), True, id="no day"),
        pytest.param(Edition("RS-2026-03-04"), False, id="a draft"),
    ],
)
def test_minutes_of_which_no_signature_has_a_day_are_from_elsewhere(
    edition: Edition, is_from_elsewhere: bool
) -> None:
    assert edition.is_from_elsewhere is is_from_elsewhere


def test_an_edition_comes_back_from_its_text_unchanged() -> None:
    protocol = replace(PROTOCOL, edition=EDITION)

    assert loads(dumps(protocol)) == protocol


def test_a_record_without_edition_has_no_key_for_it() -> None:
    told = to_data(PROTOCOL)

    assert "edition" not in told
    assert told["adjusted_on"] is None


def test_what_was_withdrawn_is_not_published() -> None:
    moved = Proposal((Person("Bo Alm", "M"),), ProposalKind.TABLE)
    item = replace(PROTOCOL.items[0], proposals=(replace(moved, withdrawn=True), moved))

    (shown,) = published(replace(PROTOCOL, items=(item,))).items

    assert shown == replace(item, proposals=(moved,))


@pytest.mark.parametrize(
    ("edition", "printed"),
    [
        pytest.param(Edition("RS-2026-3", 2), "RS-2026-3, version 2", id="ours"),
        pytest.param(Edition("ARKIV12-34, 7.0"), "ARKIV12-34, 7.0", id="of another archive"),
    ],
)
def test_a_document_has_one_version(edition: Edition, printed: str) -> None:
    assert edition.id_and_version == printed
