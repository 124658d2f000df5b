"""Two writers' changes are put together, and nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.domain.merging import is_unsettled, merged
from minutes.domain.texts import clean

BASE = "Avtalet gäller i sju år.\n\nKostnaden är känd."
_WORD = st.sampled_from(["ett", "två", "tre", "fyra", "fem", "sex"])
TEXTS = st.lists(st.lists(_WORD, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=4).map(
    "\n\n".join
)


@pytest.mark.parametrize(
    ("mine", "theirs", "both"),
    [
        pytest.param(
            "Avtalet gäller i åtta år.\n\nKostnaden är känd.",
            "Avtalet gäller i sju år.\n\nKostnaden är okänd.",
            "Avtalet gäller i åtta år.\n\nKostnaden är okänd.",
            id="each in a paragraph of their own",
        ),
        pytest.param(
            "Avtalet löper i sju år.\n\nKostnaden är känd.",
            "Avtalet gäller i sju månader.\n\nKostnaden är känd.",
            "Avtalet löper i sju månader.\n\nKostnaden är känd.",
            id="each some words of the same paragraph",
        ),
        pytest.param(
            "Avtalet gäller i åtta år.\n\nKostnaden är känd.",
            "Avtalet gäller i nio år.\n\nKostnaden är känd.",
            "Avtalet gäller i [[åtta || nio]] år.\n\nKostnaden är känd.",
            id="the same words: both stand",
        ),
        pytest.param(
            "Avtalet gäller i sju år.",
            "Avtalet gäller i sju år.\n\nKostnaden är okänd.",
            "Avtalet gäller i sju år.\n\n[[– || Kostnaden är okänd.]]",
            id="one took out what the other mended",
        ),
        pytest.param(
            f"{BASE} Mina ord.",
            f"{BASE} Dina ord.",
            f"{BASE} [[Mina ord. || Dina ord.]]",
            id="both wrote on",
        ),
        pytest.param(
            f"{BASE}\n\nMitt stycke.",
            f"{BASE}\n\nDitt stycke.",
            f"{BASE}\n\nDitt stycke.\n\nMitt stycke.",
            id="both added a paragraph",
        ),
    ],
)
def test_changes_are_put_together(mine: str, theirs: str, both: str) -> None:
    assert merged(BASE, mine, theirs) == both


def test_two_who_begin_a_text_both_have_their_words() -> None:
    assert merged("", "Mitt.", "Ditt.") == "Ditt.\n\nMitt."


def test_a_text_with_two_wordings_in_it_is_not_settled() -> None:
    assert is_unsettled("i [[åtta || nio]] år")
    assert not is_unsettled("en [[länk]] och [ett](tecken) || till")


def test_long_texts_that_both_wrote_anew_stand_beside_each_other() -> None:
    both = merged("a " * 9000, "b " * 9000, "c " * 9000)

    assert both.count("b") == both.count("c") == 9000


@given(TEXTS, TEXTS)
def test_what_only_one_changed_is_as_they_wrote_it(base: str, mine: str) -> None:
    assert merged(base, mine, base) == clean(mine)
    assert merged(base, base, mine) == clean(mine)
    assert merged(base, mine, mine) == clean(mine)


@given(TEXTS, TEXTS, TEXTS)
def test_no_word_that_either_put_in_is_lost(base: str, mine: str, theirs: str) -> None:
    both = merged(base, mine, theirs).replace("[[", " ").replace("]]", " ").split()

    for one in (mine, theirs):
        assert set(one.split()) - set(base.split()) <= set(both)
