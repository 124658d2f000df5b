"""Letters to followers: as words, as they are seen, and stopped by one press."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from minutes.documents.digests import Asking, Digest, Part, Told, asking_letter, digest_letter
from minutes.documents.mail import message_of

AT = datetime(2026, 11, 23, 6, tzinfo=UTC)
HOME = "https://protokoll.region.example"
STOP = f"{HOME}/bevakningar/adress/{'a1' * 20}/avslut"
TOLD = Told(
    "Regionstyrelsen § 7/2026", "Avtal <om> bussar", "Beslutat", "Röst: ja", f"{HOME}/rs/2026/7"
)
PART = Part("Eva Ek", f"{HOME}/personer/eva-ek", [TOLD], 3)
DIGEST = Digest("Region Älvmark", [PART], f"{HOME}/bevakningar", STOP)


def test_a_letter_tells_what_is_new_in_words_and_as_it_is_seen() -> None:
    letter = digest_letter(DIGEST, "kim@exempel.se", "")

    assert letter.subject == "Eva Ek: 4 nya paragrafer"
    for said in ("Regionstyrelsen § 7/2026: Beslutat", "Röst: ja", TOLD.address, STOP):
        assert said in letter.words
        assert said in letter.html
    assert "Avtal &lt;om&gt; bussar" in letter.html


@pytest.mark.parametrize(
    ("parts", "subject"),
    [
        ([replace(PART, more=0)], "Eva Ek: en ny paragraf"),
        ([PART, PART], "Det du följer: 8 nya paragrafer"),
        ([replace(PART, heading="ord " * 60, more=0)], f"{'ord ' * 25}…: en ny paragraf"),
    ],
    ids=["one", "of two things", "of something with a long name"],
)
def test_the_subject_says_how_much(parts: list[Part], subject: str) -> None:
    assert digest_letter(replace(DIGEST, parts=parts), "a@b.se", "").subject == subject


def test_the_program_that_reads_it_can_stop_the_letters() -> None:
    letter = digest_letter(DIGEST, "kim@exempel.se", "")

    message = message_of(letter, "protokoll@region.example", "brev-1", AT)

    head = message.as_bytes().split(b"\n\n")[0].split(b"\r\n\r\n")[0].decode()
    assert f"List-Unsubscribe: <{STOP}>\r\n" in head
    assert "List-Unsubscribe-Post: List-Unsubscribe=One-Click" in head
    kinds = [part.get_content_type() for part in message.walk()]
    assert kinds == ["multipart/alternative", "text/plain", "text/html"]


def test_an_address_is_asked_before_it_gets_more() -> None:
    letter = asking_letter(Asking("Region Älvmark", "Eva Ek", f"{HOME}/b"), "kim@exempel.se")

    assert "Region Älvmarks protokoll" in letter.words
    assert f"{HOME}/b" in letter.words
    assert f'href="{HOME}/b"' in letter.html
    assert letter.unsubscribe == ""
