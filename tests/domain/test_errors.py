"""The domain's *no* carries a sentence that can be shown as it stands."""

from __future__ import annotations

import pickle

from minutes.domain.errors import Phrase, RuleBroken


def test_a_broken_rule_says_its_sentence_unchanged() -> None:
    error = RuleBroken("Talet 3 är upptaget. Välj ett annat.")

    assert error.sentence == "Talet 3 är upptaget. Välj ett annat."
    assert str(error) == error.sentence


def test_values_stand_in_the_sentence() -> None:
    error = RuleBroken("Bara {present} av {seats} är på plats.", present=7, seats=15)

    assert error.sentence == "Bara 7 av 15 är på plats."
    assert str(error) == error.sentence


def test_a_sentence_without_values_may_hold_braces() -> None:
    assert RuleBroken("Ta bort {det}.").sentence == "Ta bort {det}."


def test_a_value_with_braces_is_shown_as_it_was_written() -> None:
    assert RuleBroken("”{name}” är upptaget.", name="{x}").sentence == "”{x}” är upptaget."


def test_words_among_the_values_are_said_in_the_other_language_too() -> None:
    english = {
        "{how} ger {problems}.": "{how}: {problems}.",
        "Lotten": "The lot",
        "{n} ja": "{n} yes",
    }
    error = RuleBroken(
        "{how} ger {problems}.",
        how=Phrase("Lotten"),
        problems=(Phrase("{n} ja", n=2), Phrase("{n} ja", n=3)),
    )

    assert error.sentence == "Lotten ger 2 ja; 3 ja."
    assert error.words.told(english.__getitem__) == "The lot: 2 yes; 3 yes."


def test_a_sentence_keeps_its_values_on_the_way_between_processes() -> None:
    sent = pickle.loads(pickle.dumps(RuleBroken("Bara {present}.", present=7)))

    assert sent.sentence == "Bara 7."
