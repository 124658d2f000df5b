"""The door to the layout engine: nothing is fetched, no complaint is passed over."""

from __future__ import annotations

import pytest

from minutes.documents.render import BadDocument, lay_out
from tests.documents.rich import CHECKSUM, PICTURE


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/x.png",
        "file:///etc/hostname",
        "bild:0000",
        "font:../css/theme.css",
        "x.png",
    ],
)
def test_no_address_but_ours_is_fetched(address: str) -> None:
    with pytest.raises(BadDocument):
        lay_out(f'<html lang="sv"><title>x</title><img alt="x" src="{address}">', "pdf/a-3a")


def test_a_picture_that_was_handed_in_is_shown() -> None:
    html = f'<html lang="sv"><title>x</title><img alt="x" src="bild:{CHECKSUM}">'

    assert b"/Image" in lay_out(html, "pdf/a-3a", {CHECKSUM: PICTURE})


def test_a_sign_that_the_typefaces_lack_is_named_with_what_to_do_about_it() -> None:
    html = '<html lang="sv"><title>x</title><p>En älg 🦌 och en buss 🚌, en älg 🦌.'

    with pytest.raises(BadDocument) as no:
        lay_out(html, "pdf/a-3a")

    assert str(no.value) == ("typsnittet saknar ”🦌” (U+1F98C), ”🚌” (U+1F68C): skriv det med ord")
