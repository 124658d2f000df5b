"""The domain's *no* carries a sentence that can be shown as it stands."""

from __future__ import annotations

from minutes.domain.errors import RuleBroken


def test_a_broken_rule_says_its_sentence_unchanged() -> None:
    error = RuleBroken("Talet 3 är upptaget. Välj ett annat.")

    assert error.sentence == "Talet 3 är upptaget. Välj ett annat."
    assert str(error) == error.sentence
