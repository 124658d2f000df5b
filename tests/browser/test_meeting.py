"""A whole meeting is taken down by keyboard alone, and its minutes are written at its end."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from minutes.domain.record import Item, Protocol
from minutes.domain.wording.attendance import attendance_line
from tests.browser.disturbed import Disturbed
from tests.browser.hall import DAY, MEETING, prepare
from tests.browser.meeting import Secretary
from tests.browser.outcome import front, gaps_of, read_back, record_of, told
from tests.browser.scenes import play
from tests.browser.served import Site, aside, kept_by, own
from tests.once import made_once
from tests.web.kinds import DESKTOP

CHAIR, VICE_CHAIR = "Marie Sandelius", "Kristina Elfving"
STOPS = (6, 10, 14)
"""Before which saving press the server is stopped."""
SECRETARY = "sekreterare@sundevik.example"


@dataclass(frozen=True, slots=True)
class Taken:
    """A meeting that was taken down: its record, and its protocol as PDF."""

    record: Protocol
    pdf: bytes
    gaps: list[str]

    def item(self, number: int) -> Item:
        """A § as the words of the protocol tell it."""
        told = read_back(self.pdf, attached=False)
        return next(item for item in told.items if item.number == number)


def _kinds(item: Item) -> list[str]:
    return [one.kind.value for one in item.proposals]


def _decided(item: Item) -> str:
    return " ".join(point.text for point in item.decision.points) if item.decision else ""


@contextmanager
def _hall(run: Path, folder: Path) -> Iterator[Site]:
    """A register of its own, served, with the meeting prepared."""
    with own(run, folder) as site:
        aside(lambda: prepare(site.register))
        yield site


@contextmanager
def _at_the_meeting(chromium: Browser, site: Site) -> Iterator[Page]:
    """The window of the secretary, who has signed in."""
    kept = kept_by(site.register, site.address, SECRETARY)
    with chromium.new_context(viewport=DESKTOP, storage_state=kept) as context:
        page = context.new_page()
        page.goto(site.address + MEETING)
        yield page


def _taken(page: Page, site: Site) -> Taken:
    pdf = page.request.get(f"{site.address}/regionstyrelsen/{DAY}.pdf")
    assert pdf.ok
    record = aside(lambda: record_of(site.register))
    return Taken(record, pdf.body(), aside(lambda: gaps_of(site.register)))


@pytest.fixture(scope="module")
def taken(
    chromium: Browser,
    run_folder: Path,
    tmp_path_factory: pytest.TempPathFactory,
    pytestconfig: pytest.Config,
) -> Taken:
    """The meeting as one secretary takes it down whom nothing disturbs, once a run."""

    def take(file: Path) -> None:
        with (
            _hall(run_folder, tmp_path_factory.mktemp("hall") / "own") as site,
            _at_the_meeting(chromium, site) as page,
        ):
            secretary = Secretary(page)
            play(secretary)
            found = _taken(page, site)
        file.write_bytes(pickle.dumps((found.record, found.pdf, found.gaps)))
        reporter = pytestconfig.pluginmanager.getplugin("terminalreporter")
        if reporter:  # tells what it took
            reporter.write_line(f"\n{secretary.told()}")

    return Taken(*pickle.loads(made_once(run_folder / "taken", take).read_bytes()))


def test_the_meeting_is_closed_with_its_numbers_in_order(taken: Taken) -> None:
    assert taken.record.closed_at == "11:30"
    assert [item.number for item in taken.record.items] == list(range(100, 112))


def test_the_auditor_would_pass_it(taken: Taken) -> None:
    assert taken.gaps == []


def test_who_was_there_is_told_with_who_came_late_and_who_sat_for_whom(taken: Taken) -> None:
    told = [attendance_line(one) for one in read_back(taken.pdf, attached=False).attendance]

    assert "Jonas Wiklander (M), fr.o.m. § 110" in told
    assert "Eva-Lena Brandt (V), ersätter Nadia El-Khoury (V)" in told
    assert "Lillemor Askling (HÄ), ersätter David Okafor (HÄ)" in told
    assert "Kristina Elfving (C), ordförande, § 109" in told


@pytest.mark.parametrize(
    ("number", "holds"),
    [
        pytest.param(102, lambda i: _kinds(i) == ["amend", "amend", "add", "approve"], id="moved"),
        pytest.param(102, lambda i: "Utfallet redovisas" in _decided(i), id="addition"),
        pytest.param(103, lambda i: _kinds(i) == ["refer_back"] and not i.referred_back, id="back"),
        pytest.param(104, lambda i: [v.preliminary for v in i.votes] == [True, False], id="rounds"),
        pytest.param(105, lambda i: i.votes[0].yes == i.votes[0].no == 7, id="tie"),
        pytest.param(105, lambda i: i.votes[0].casting_vote.name == CHAIR, id="casting vote"),
        pytest.param(106, lambda i: i.votes[0].lot and "Otto Berg" in _decided(i), id="lot"),
        pytest.param(
            107, lambda i: len([r for r in i.reservations if r.motivation]) == 2, id="two"
        ),
        pytest.param(107, lambda i: i.notes[0].group == "V", id="group note"),
        pytest.param(
            108, lambda i: len({a.deadline for a in i.assignments} - {None}) == 3, id="to do"
        ),
        pytest.param(
            109, lambda i: i.disqualified[0].chaired_by.name == VICE_CHAIR, id="disqualified"
        ),
    ],
)
def test_the_protocol_holds_what_happened(
    taken: Taken, number: int, holds: Callable[[Item], bool]
) -> None:
    assert holds(taken.item(number))


def test_the_record_that_the_protocol_carries_is_the_registers(taken: Taken) -> None:
    read = read_back(taken.pdf, attached=True)

    assert replace(read, edition=None) == replace(taken.record, document_id=read.document_id)


def test_the_words_of_the_protocol_read_as_the_register_has_it(taken: Taken) -> None:
    read = read_back(taken.pdf, attached=False)

    for found, item in zip(read.items, taken.record.items, strict=True):
        assert found == told(item)
    assert front(read) == front(taken.record)


def test_nothing_is_lost_and_nothing_twice_when_the_server_stops_and_another_writes(
    taken: Taken, chromium: Browser, run_folder: Path, tmp_path: Path
) -> None:
    with (
        _hall(run_folder, tmp_path / "own") as site,
        _at_the_meeting(chromium, site) as page,
        _at_the_meeting(chromium, site) as other,
    ):
        secretary = Disturbed(page, site, Secretary(other), stops=STOPS)
        play(secretary)
        found = aside(lambda: record_of(site.register))

    assert not secretary.stops, "the server was not stopped as often as it was to be"
    for item, undisturbed in zip(found.items, taken.record.items, strict=True):
        assert item == undisturbed
    assert found == taken.record
