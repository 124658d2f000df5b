"""What is done to a signed file is found, whatever it is."""

from __future__ import annotations

import random

import pytest

from minutes.documents.signing.check import check
from minutes.documents.signing.extension import is_extension_of
from tests.documents.authority import Authority
from tests.documents.crafting import CRAFTED, REWRITTEN
from tests.documents.signed import ADJUSTER, CHAIR, Signed, signed_by
from tests.documents.tampering import RANDOM
from tests.documents.updating import UPDATED, rewritten, updated

EACH_WAY = 26
"""Eight ways make 208 random manipulations; thirty more are chosen."""


@pytest.mark.parametrize("way", RANDOM)
def test_a_change_at_random_is_found(way: str, signed: Signed) -> None:
    for seed in range(EACH_WAY):
        changed = RANDOM[way](signed.whole, random.Random(f"{way} {seed}"))
        if changed != signed.whole:
            assert not check(changed, signed.trust).is_sound, f"{way}, seed {seed}"


@pytest.mark.parametrize("name", UPDATED)
def test_a_change_at_the_end_of_the_file_is_found(name: str, signed: Signed) -> None:
    assert not check(updated(signed.whole, UPDATED[name]), signed.trust).is_sound


@pytest.mark.parametrize("name", REWRITTEN)
def test_a_file_written_anew_is_found(name: str, signed: Signed) -> None:
    assert not check(rewritten(signed.whole, REWRITTEN[name]), signed.trust).is_sound


@pytest.mark.parametrize("name", CRAFTED)
def test_a_crafted_file_is_found(name: str, signed: Signed) -> None:
    assert not check(CRAFTED[name](signed.whole), signed.trust).is_sound


SIGNED_VALIDLY = [
    "a page is painted over", "pages change places", "a page is removed",
    "a note is laid over the text", "an empty field grows over the text",
    "the metadata are changed", "the record inside is another", "a script is added",
    "the language is changed", "a layer is hidden",
]  # fmt: skip


@pytest.mark.parametrize("name", SIGNED_VALIDLY)
def test_what_is_changed_and_then_signed_is_not_what_was_handed_out(
    name: str, signed: Signed
) -> None:
    authority = Authority()
    changed = updated(signed.sent, UPDATED[name])
    pdf = signed_by(changed, authority, (CHAIR, "Eva Ek"), (ADJUSTER, "Bo Alm"))

    assert check(pdf, authority.trust).is_sound, "validly signed"
    assert not is_extension_of(signed.sent, pdf)


@pytest.mark.parametrize("name", SIGNED_VALIDLY)
def test_what_is_changed_between_two_signatures_is_found(name: str, signed: Signed) -> None:
    authority = Authority()
    changed = updated(signed.once, UPDATED[name])
    pdf = signed_by(changed, authority, (ADJUSTER, "Bo Alm"))

    checked = check(pdf, signed.trust.also(authority.der))

    assert not checked.is_sound
    assert not is_extension_of(signed.sent, pdf)


def test_another_file_that_is_signed_is_not_what_was_handed_out(signed: Signed) -> None:
    authority = Authority()
    other = rewritten(signed.sent, REWRITTEN["written anew, unchanged"])

    assert not is_extension_of(signed.sent, signed_by(other, authority, (CHAIR, "Eva Ek")))
