"""From finished text to archived package: three sign in three browsers, the secretary in a fourth.

What they see and press is what people see and press; the days between are passed by the clock.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from email.message import EmailMessage
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import adjusting
from tests.browser.finished import BODY, DAY, HELD, SECRETARY, SIGNERS
from tests.browser.served import aside
from tests.browser.town import Town, town
from tests.cli.commands import Commands
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


def _fetch(at: Town, folder: Path) -> Path:
    """The archivist has the package made, and fetches it."""
    page = at.signed_in("arkivarie@sundevik.example")
    page.goto(f"/arkiv/{BODY}/{DAY[:4]}")
    row = page.get_by_role("listitem").filter(has=page.get_by_role("link", name=HELD, exact=True))
    expect(row).to_contain_text("Klart att arkivera")
    row.get_by_role("button", name="Gör paketet").click()
    with page.expect_download() as fetched:
        row.get_by_role("link", name="Hämta paketet").click()
    with ZipFile(fetched.value.path()) as packed:
        packed.extractall(folder)
    (package,) = folder.iterdir()
    return package


def _restored(at: Commands, package: Path, settings: Mapping[str, str]) -> Path:
    """The package of what an empty register holds when it has read a package back."""
    parent = at.folder / "igen"
    for words in (("restore", package), ("verify",), ("archive", BODY, DAY, "-o", parent)):
        done = at.run(*words, **settings)
        assert done.exit_code == 0, done.output
    (again,) = parent.iterdir()
    return again


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
    package = _fetch(sundevik, tmp_path / "arkiv")
    again = aside(lambda: _restored(elsewhere, package, sundevik.site.more))

    assert objections(report_of(package)) == IMPOSSIBLE
    assert again.name == package.name, "its name is the checksum of all that lies in it"
