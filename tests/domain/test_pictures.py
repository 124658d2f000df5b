"""Pictures: their names are their checksums, and what is none is not taken for one."""

from __future__ import annotations

import hashlib

import pytest

from minutes.domain.pictures import file_name, is_file_name, media_type, shown_in

PNG, JPEG = b"\x89PNG\r\n\x1a\n...", b"\xff\xd8\xff\xe0..."


@pytest.mark.parametrize(
    ("content", "kind", "ending"),
    [
        pytest.param(PNG, "image/png", "png", id="PNG"),
        pytest.param(JPEG, "image/jpeg", "jpg", id="JPEG"),
        pytest.param(b"<script>", None, "bin", id="no picture"),
    ],
)
def test_a_picture_is_known_by_its_first_bytes(
    content: bytes, kind: str | None, ending: str
) -> None:
    name = f"{hashlib.sha256(content).hexdigest()}.{ending}"

    assert (media_type(content), file_name(content)) == (kind, name)
    assert is_file_name(name) is (kind is not None)


@pytest.mark.parametrize("name", ["protokoll.json", "karta.png", f"../{'a' * 64}.png"])
def test_another_name_is_no_pictures(name: str) -> None:
    assert not is_file_name(name)


def test_the_pictures_that_texts_show_are_found_once_each() -> None:
    one, two = "1" * 64, "2" * 64
    texts = [f"![Karta](bild/{two}) och ![](bild/{one})", f"![Karta](bild/{two})", "Utan bild."]

    assert shown_in(texts) == (one, two)
    assert shown_in(["![Karta](https://example.org/karta.png)"]) == ()
