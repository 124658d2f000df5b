"""From finished text to archived package: three sign in three browsers, the secretary in a fourth.

What they see and press is what people see and press; the days between are passed by the clock.
"""

from __future__ import annotations

from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import adjusting
from tests.browser.finished import BODY, DAY, SECRETARY, SIGNERS
from tests.browser.served import aside
from tests.browser.town import Town, town
from tests.cli.conftest import Commands
from tests.cli.validator import IMPOSSIBLE, objections, report_of
from tests.databases import migrated_file

_COMPANY = "trafikbolaget@sundevik.example"


@pytest.fixture
def sundevik(chromium: Browser, run_folder: Path, tmp_path: Path) -> Iterator[Town]:
    """Where the minutes come from."""
    with town(chromium, run_folder, tmp_path) as made:
        yield made


def _adjust(at: Town, secretary: Page, signers: dict[str, Page]) -> None:
    """One adjuster refuses a §, which is mended; then all sign the next version."""
    (leif, chair), (susanne, first), (goran, second) = signers.items()
    adjusting.send(secretary)
    adjusting.refuse(first)
    at.wait(minutes=20)
    adjusting.mend(secretary)
    adjusting.seal(first, susanne)
    adjusting.sign(chair, leif, at.authority)
    adjusting.seal(second, goran)


def _extract(message: EmailMessage) -> bytes:
    """The file that a letter encloses."""
    (enclosed,) = message.iter_attachments()
    assert enclosed.get_content_type() == "application/pdf"
    content = enclosed.get_content()
    assert isinstance(content, bytes)
    return content


def _follow_up(at: Town, secretary: Page, signers: dict[str, Page]) -> None:
    """The minutes are announced, sent to the one concerned, corrected and put on the web."""
    anybody = at.somebody()
    adjusting.announce(secretary)
    adjusting.see_notice(anybody)
    adjusting.dispatch(secretary, _COMPANY)
    letters = {one["To"].addresses[0].addr_spec: one for one in aside(at.letters).messages}
    assert "Nattbuss" not in "".join(letters[_COMPANY]["Subject"])
    assert _extract(letters[_COMPANY]).startswith(b"%PDF-")
    adjusting.propose(secretary)
    for name, page in signers.items():
        adjusting.certify(page, name)
    adjusting.approve_copy(secretary)
    adjusting.see_public(anybody)


def _take_down(at: Town) -> None:
    """When the time to appeal is over the notice comes down, and leaves its proof."""
    at.wait(days=24)
    adjusting.take_down(at.signed_in(SECRETARY))
    notice = adjusting.see_notice(at.somebody(), "/tidigare")
    expect(notice.get_by_role("link", name="Bevis om anslag (PDF)")).to_be_visible()


def _archived(at: Commands, parent: Path, **settings: str) -> Path:
    """The package of the meeting."""
    made = at.run("archive", BODY, DAY, "-o", parent, **settings)
    assert made.exit_code == 0, made.output
    (package,) = parent.glob("paragraf-*")
    return package


def _restored(at: Commands, package: Path) -> Path:
    """The package of what an empty register holds when it has read a package back."""
    for words in (("restore", package), ("verify",)):
        done = at.run(*words)
        assert done.exit_code == 0, done.output
    return _archived(at, at.folder / "igen")


def test_minutes_go_from_finished_text_to_the_archive(
    sundevik: Town, run_folder: Path, tmp_path: Path
) -> None:
    secretary = sundevik.signer(SECRETARY)
    signers = {name: sundevik.signer(email) for email, (name, _) in SIGNERS.items()}
    elsewhere = Commands(tmp_path)
    aside(lambda: migrated_file(run_folder, tmp_path))

    _adjust(sundevik, secretary, signers)
    _follow_up(sundevik, secretary, signers)
    _take_down(sundevik)
    settings = sundevik.site.register.settings
    here = {
        "MINUTES_DATABASE_URL": settings.database_url,
        "MINUTES_EXPORTS": str(settings.exports),
    }
    package = aside(lambda: _archived(elsewhere, tmp_path / "arkiv", **here))
    again = aside(lambda: _restored(elsewhere, package))

    assert objections(report_of(package)) == IMPOSSIBLE
    assert again.name == package.name, "its name is the checksum of all that lies in it"
