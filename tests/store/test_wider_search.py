"""What is found where nothing has all that was looked for."""

from __future__ import annotations

from collections import deque

import pytest

from minutes.store.queries.search import Search, search_page
from minutes.store.searching.index import index_all
from tests.store.masked import mask
from tests.store.published import in_public
from tests.store.registered import Registered


@pytest.fixture
def indexed(registered: Registered) -> Registered:
    """The register, with all of it in the index."""
    deque(index_all(registered.session), maxlen=0)
    return registered


def test_a_compound_that_nothing_has_is_looked_for_by_its_parts(indexed: Registered) -> None:
    page = search_page(indexed.session, Search("kostnadsresultatet"))

    assert page.found
    assert not page.is_loose


def test_one_of_the_words_may_be_missing(indexed: Registered) -> None:
    page = search_page(indexed.session, Search("resultatet xyzzy kostnaden"))

    assert page.found
    assert page.is_loose


@pytest.mark.parametrize("words", ["xyzzy", "xyzzy resultatet qwerty"])
def test_one_word_is_not_left_out_and_two_are_not(indexed: Registered, words: str) -> None:
    page = search_page(indexed.session, Search(words))

    assert not page.found
    assert not page.is_loose


def test_a_compound_is_not_parted_by_a_word_that_is_masked(indexed: Registered) -> None:
    mask(indexed, "resultatet")

    assert search_page(indexed.session, Search("kostnadsresultatet")).found
    with in_public(indexed.session) as session:
        page = search_page(session, Search("kostnadsresultatet xyzzy"))
    assert not page.found
