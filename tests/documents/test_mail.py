"""Letters are handed in to a real server, which may say no, and are never lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import Session, select

from minutes.actions.enclosures import File, keep_document
from minutes.actions.history import Act
from minutes.actions.letters import send_again, write_letter
from minutes.documents.mail import NotTaken
from minutes.documents.mailing import send_due
from minutes.domain.errors import RuleBroken
from minutes.domain.letters import Letter as Written
from minutes.settings import Mail
from minutes.store.tables import DocumentKind, History, Letter
from tests.documents.mailed import Box, served

AT = datetime(2026, 3, 11, 9, 0, tzinfo=UTC)
ACT = Act("Sekreterare", AT)
WORDS = "Protokollet väntar på att Du läser det.\n\n.\nhttps://protokoll.example/justering\n"
WRITTEN = Written("eva.ek@region.example", "Eva Ek", "Protokoll att justera: § 12", WORDS)


@pytest.fixture
def box() -> Box:
    """The server's box."""
    return Box()


@pytest.fixture
def mail(box: Box) -> Iterator[Mail]:
    """How the server is reached that fills the box."""
    with served(box) as settings:
        yield settings


@pytest.fixture
def begin(session: Session) -> Callable[[], Session]:
    """What begins a transaction."""
    return lambda: session


def _write(begin: Callable[[], Session], about: str = "justering 1") -> Letter:
    session = begin()
    letter = write_letter(session, ACT, WRITTEN, about=about)
    session.commit()
    return letter


def _send(
    begin: Callable[[], Session], mail: Mail, folder: Path, after: timedelta = timedelta()
) -> tuple[int, int]:
    return send_due(begin, mail, folder, lambda: AT + after)


def test_a_letter_leaves_once_with_its_words(
    begin: Callable[[], Session], mail: Mail, box: Box, tmp_path: Path
) -> None:
    letter = _write(begin)

    assert _send(begin, mail, tmp_path) == (1, 0)
    assert _send(begin, mail, tmp_path, timedelta(days=9)) == (0, 0)
    (message,) = box.messages
    assert message["To"] == "Eva Ek <eva.ek@region.example>"
    assert message["From"] == "protokoll@region.example"
    assert message["Subject"] == "Protokoll att justera: § 12"
    assert message.get_content().replace("\r\n", "\n") == WORDS
    begin().refresh(letter)
    assert letter.sent_at is not None


def test_what_is_written_twice_about_the_same_leaves_once(
    begin: Callable[[], Session], mail: Mail, box: Box, tmp_path: Path
) -> None:
    assert _write(begin).id == _write(begin).id
    _send(begin, mail, tmp_path)

    assert len(box.messages) == 1


def test_an_enclosed_file_comes_as_it_is(
    begin: Callable[[], Session], mail: Mail, box: Box, tmp_path: Path
) -> None:
    session = begin()
    file = File(b"%PDF-1.7 \x00\xff", DocumentKind.PROTOCOL, "utdrag-§-12.pdf", "application/pdf")
    document = keep_document(session, ACT, file, exports=tmp_path)
    write_letter(session, ACT, WRITTEN, about="utdrag", enclosed=document)
    session.commit()

    assert _send(begin, mail, tmp_path) == (1, 0)
    (part,) = box.messages[0].iter_attachments()
    assert (part.get_filename(), part.get_content_type()) == ("utdrag-§-12.pdf", "application/pdf")
    assert part.get_content() == file.content


def test_a_server_that_is_busy_is_tried_again_later(
    begin: Callable[[], Session], mail: Mail, box: Box, tmp_path: Path
) -> None:
    letter = _write(begin)
    box.answers = ["451 come back later"]

    assert _send(begin, mail, tmp_path) == (0, 1)
    assert _send(begin, mail, tmp_path, timedelta(seconds=30)) == (0, 0)
    assert _send(begin, mail, tmp_path, timedelta(minutes=2)) == (1, 0)
    begin().refresh(letter)
    assert (letter.tries, letter.answer) == (2, "451 come back later")


def test_what_a_server_refuses_for_good_is_given_up_and_can_be_tried_anew(
    begin: Callable[[], Session], mail: Mail, box: Box, tmp_path: Path
) -> None:
    letter = _write(begin)
    box.answers = ["550 no such box"]

    assert _send(begin, mail, tmp_path) == (0, 1)
    assert _send(begin, mail, tmp_path, timedelta(days=9)) == (0, 0)
    send_again(begin(), ACT, letter)
    begin().commit()
    assert _send(begin, mail, tmp_path, timedelta(days=9)) == (1, 0)
    with pytest.raises(RuleBroken, match="inte uppgivet"):
        send_again(begin(), ACT, letter)


def test_it_is_given_up_after_days_of_trying(
    begin: Callable[[], Session], mail: Mail, box: Box, tmp_path: Path
) -> None:
    letter = _write(begin)
    box.answers = ["451 later"] * 99
    tries = sum(_send(begin, mail, tmp_path, timedelta(hours=h))[1] for h in range(24 * 7))

    begin().refresh(letter)
    assert letter.given_up_at is not None
    assert tries == letter.tries < 20


def test_a_server_that_is_not_reached_leaves_letters_as_they_were(
    begin: Callable[[], Session], mail: Mail, tmp_path: Path
) -> None:
    letter = _write(begin)

    with pytest.raises(NotTaken):
        _send(begin, replace(mail, port=1), tmp_path)
    begin().refresh(letter)
    assert (letter.tries, letter.answer) == (0, "")


def test_a_server_that_cannot_be_trusted_gets_nothing(
    begin: Callable[[], Session], mail: Mail, box: Box, tmp_path: Path
) -> None:
    _write(begin)

    with pytest.raises(NotTaken):
        _send(begin, replace(mail, security="starttls"), tmp_path)
    assert not box.messages


def test_a_claim_that_was_never_kept_runs_out(
    begin: Callable[[], Session], mail: Mail, box: Box, tmp_path: Path
) -> None:
    """A process died with the letter in its hands."""
    letter = _write(begin)
    letter.due_at, letter.tries = AT + timedelta(minutes=10), 1
    begin().commit()

    assert _send(begin, mail, tmp_path, timedelta(minutes=9)) == (0, 0)
    assert _send(begin, mail, tmp_path, timedelta(minutes=11)) == (1, 0)
    assert len(box.messages) == 1


def test_the_history_tells_to_whom_and_not_what(
    begin: Callable[[], Session], mail: Mail, tmp_path: Path
) -> None:
    _write(begin)
    _send(begin, mail, tmp_path)

    entries = begin().exec(select(History).where(History.subject == "letter")).all()
    assert [one.verb for one in entries] == ["written", "handed in"]
    assert "eva.ek@region.example" in entries[1].details
    assert "väntar" not in "".join(one.details for one in entries)


def test_a_lost_enclosure_delays_its_letter_and_no_other(
    begin: Callable[[], Session], mail: Mail, box: Box, tmp_path: Path
) -> None:
    session = begin()
    file = File(b"%PDF-", DocumentKind.PROTOCOL, "utdrag.pdf", "application/pdf")
    document = keep_document(session, ACT, file, exports=tmp_path / "kept")
    write_letter(session, ACT, WRITTEN, about="utdrag", enclosed=document)
    session.commit()
    _write(begin)

    assert _send(begin, mail, tmp_path / "elsewhere") == (1, 1)
    assert len(box.messages) == 1
