"""What is found is what the reader may read; the index follows what is entered."""

from __future__ import annotations

from collections import deque

import pytest
from sqlmodel import Session, select

from minutes.actions.publishing import choose_publishing
from minutes.actions.revisions import revise, strike
from minutes.actions.secrecy import keep_secret
from minutes.domain.publishing import Publishing
from minutes.store.queries.search import Search, SearchPage, search_page, suggestions
from minutes.store.searching.index import index_all
from minutes.store.searching.keeping import follow
from minutes.store.searching.swedish import stem
from minutes.store.searching.tables import PASSAGE, Part
from minutes.store.searching.vocabulary import add_terms, alike, compounds
from minutes.store.tables import Item, Reservation
from tests.store.masked import mask
from tests.store.published import in_public
from tests.store.registered import ACT, Registered

REPORT = "Delårsrapport"


@pytest.fixture
def indexed(registered: Registered) -> Registered:
    """The register, with all of it in the index."""
    deque(index_all(registered.session), maxlen=0)
    return registered


def _numbers(session: Session, words: str, part: Part | None = None) -> list[int]:
    page = search_page(session, Search(words, part))
    return [one.address.number for one in page.found]


def _page(session: Session, **asked: str) -> SearchPage:
    return search_page(session, Search(**asked))  # type: ignore[arg-type]  # words only


@pytest.mark.parametrize(
    "words",
    ["delårsrapporten", "rapporter", "Delårsrapport resultatet", "0012-2026", '"bättre än väntat"',
     "regiondirektörernas avtal", "Bo Alm"],
)  # fmt: skip
def test_any_form_of_a_word_and_compounds_of_it_are_found(indexed: Registered, words: str) -> None:
    assert {1, 3} <= set(_numbers(indexed.session, words))


@pytest.mark.parametrize("words", ["xyzzy", '"väntat än bättre"', "0012-2027"])
def test_what_stands_nowhere_is_not_found(indexed: Registered, words: str) -> None:
    assert not _numbers(indexed.session, words)


@pytest.mark.parametrize(
    "words",
    ["'", '"', "*", "a* OR b", "NEAR(a b)", "head : rapport", "'; DROP TABLE item; --", "\\", "&|!",
     "(((", ":*", "{a}", "%", "_", "\0", "x" * 10_000, "<->", "'a' | 'b'"],
    ids=range(18),
)  # fmt: skip
def test_no_sign_that_is_typed_is_syntax(indexed: Registered, words: str) -> None:
    found = search_page(indexed.session, Search(words))

    assert not found.is_more
    assert suggestions(indexed.session, words) is not None


def test_the_words_that_were_looked_for_are_marked(indexed: Registered) -> None:
    page = _page(indexed.session, words="rapport")

    assert [part.words for part in page.found[0].title if part.found] == [REPORT]


def test_reservations_are_found_by_party_without_words(indexed: Registered) -> None:
    page = search_page(indexed.session, Search(part=Part.RESERVATION, party="M"))

    assert page.found
    assert all(one.named == ("Bo Alm (M)",) for one in page.found)


def test_hits_are_counted_by_what_they_can_be_narrowed_by(indexed: Registered) -> None:
    counts = _page(indexed.session, words="delårsrapport").counts

    assert counts.parts["item"] == 2
    assert counts.parts["reservation"] == 4
    assert [(one.value, one.hits) for one in counts.years] == [("2026", 2)]
    assert ("M", 2) in [(one.value, one.hits) for one in counts.parties]


def test_a_paragraph_is_gone_to_by_its_number(indexed: Registered) -> None:
    page = _page(indexed.session, words="RS § 3/2026")

    assert [one.address.number for one in page.meant.items] == [3]


def test_a_misspelt_word_is_answered_with_one_that_is_found(indexed: Registered) -> None:
    assert _page(indexed.session, words="delårsraport").otherwise == "delårsrapport"


def test_the_index_follows_what_is_entered_changed_and_struck(indexed: Registered) -> None:
    session = indexed.session
    one = session.exec(select(Reservation).join(Item).where(Item.number == 3)).first()
    assert one is not None

    revise(session, ACT, one, {"motivation": "Zinkförgiftning befaras."})
    follow(session)
    assert _numbers(session, "zinkförgiftningen", Part.RESERVATION) == [3]

    strike(session, ACT, one)
    follow(session)
    assert not _numbers(session, "zinkförgiftningen")


def test_a_draft_is_found_by_nobody_in_public(indexed: Registered) -> None:
    board, decided = indexed.board, "2026-06-17 § 45"
    choose_publishing(indexed.session, ACT, board, Publishing.UNREVIEWED, decided)

    with in_public(indexed.session) as session:
        page = search_page(session, Search("delårsrapport"))

    assert [one.address.number for one in page.found] == [1]
    assert page.counts.parts["item"] == 1


def test_a_secret_item_leaves_the_index_for_everybody(indexed: Registered) -> None:
    session = indexed.session
    item = session.exec(select(Item).where(Item.number == 3)).one()

    keep_secret(session, ACT, item, "OSL 21 kap. 1 §")
    follow(session)

    assert _numbers(session, "delårsrapport") == [1]
    assert 3 not in _numbers(session, "", Part.RESERVATION)


def test_a_masked_word_is_found_by_those_within_only(indexed: Registered) -> None:
    mask(indexed, "resultatet")

    assert set(_numbers(indexed.session, "resultatet")) == {1, 3}
    with in_public(indexed.session) as session:
        assert not _numbers(session, "resultatet")
        assert not suggestions(session, "resultat")
        assert _numbers(session, "kostnaden") == [1]


def test_a_masked_word_is_not_told_to_who_misspells_it(indexed: Registered) -> None:
    mask(indexed, "resultatet")

    assert _page(indexed.session, words="resulttatet").otherwise == "resultatet"
    with in_public(indexed.session) as session:
        assert alike(session.connection(), "resulttatet")
        assert not _page(session, words="resulttatet").otherwise


def test_a_text_that_is_masked_elsewhere_is_found_as_it_reads(indexed: Registered) -> None:
    mask(indexed, "delårsrapporten")

    of_web = (PASSAGE.c.reading == "web") & (PASSAGE.c.part == "decision")
    rows = indexed.session.connection().execute(select(PASSAGE.c.meeting_id).where(of_web))
    assert set(rows.scalars()) == {indexed.adjusted.id, indexed.open.id}


@pytest.mark.parametrize(
    ("of", "compound"),
    [("skatt", "skattesats"), ("gat", "gatubelysning"), ("akut", "akutmottagning")],
)
def test_a_short_word_begins_a_compound_with_what_links_its_parts(
    indexed: Registered, of: str, compound: str
) -> None:
    connection = indexed.session.connection()
    add_terms(connection, [stem(compound), stem("belysning"), stem("mottagning"), "gatubelskrm"])

    assert compounds(connection, stem(of)) == (stem(compound),)
