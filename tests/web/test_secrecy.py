"""A secret § : in the open register only its number and ground are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlmodel import select

from minutes.store.session import session
from minutes.store.tables import Decision, DecisionPoint, Item
from tests.databases import opened
from tests.documents.reading import words
from tests.web.brought import brought
from tests.web.desk import Desk
from tests.web.pages import Visitor

SECRET = "/regionstyrelsen/2026/88"
MEETING = "/regionstyrelsen/2026-10-28"
GROUND = "OSL 21 kap. 1 §"
AT = "/arbete/regionstyrelsen/2026-10-28"


@pytest.fixture
@brought
def keeping(desk: Desk) -> Desk:
    """The secretary at a § of a draft."""
    desk.open(f"{AT}/punkt/{desk.item_of('regionstyrelsen', 2026, 88)}")
    return desk


def _words_of(desk: Desk) -> list[str]:
    with opened(desk.register):
        item = session().get_one(Item, desk.item_of("regionstyrelsen", 2026, 88))
        points = select(DecisionPoint.text).join(Decision).where(Decision.item_id == item.id)
        return [item.title, *session().exec(points)]


def _read(desk: Desk, address: str, file: Path) -> str:
    with desk.visitor.client.get(address) as answer:
        file.write_bytes(answer.data)
    return words(file)


def test_others_read_only_the_number_and_the_ground_of_a_secret_item(keeping: Desk) -> None:
    secret = _words_of(keeping)
    registrar = Visitor(keeping.app, "registrator@sundevik.example")
    assert secret[0] in registrar.get(SECRET).words

    keeping.send("sekretess", ground=GROUND)

    for address in (SECRET, MEETING):
        page = registrar.get(address)
        assert GROUND in page.words
        assert not [one for one in secret if one in page.words]
        assert not [one for one in secret if one in str(registrar.data(f"{address}.json"))]


def test_a_secret_item_may_have_a_title_that_everybody_reads(keeping: Desk) -> None:
    keeping.send("sekretess", ground=GROUND, open_title="Ett enskilt ärende")

    page = Visitor(keeping.app, "registrator@sundevik.example").get(SECRET)

    assert page.heading == "§ 88 Ett enskilt ärende"


def test_a_secret_item_is_found_by_none_of_its_words(keeping: Desk) -> None:
    registrar = Visitor(keeping.app, "registrator@sundevik.example")
    (title, *_) = _words_of(keeping)
    assert title in registrar.get(f"/arenden?ord={title}").words

    keeping.send("sekretess", ground=GROUND)

    found = registrar.data(f"/arenden.json?ord={title}")
    assert not [one for one in found["matters"] if title in str(one)]


def test_a_secret_item_is_read_whole_where_it_is_written(keeping: Desk) -> None:
    secret = _words_of(keeping)

    page = keeping.send("sekretess", ground=GROUND)

    assert page.heading.endswith(secret[0])
    assert GROUND in page.words


def test_a_ground_that_names_no_statute_is_refused(keeping: Desk) -> None:
    page = keeping.send("sekretess", ground="patientens diagnos", expect=422)

    assert "Skriv lagrummet med paragraf" in page.words
    assert keeping.value("sekretess", "ground") == "patientens diagnos"


def test_somebody_who_saw_an_older_item_does_not_make_it_secret(keeping: Desk) -> None:
    form = keeping.form("sekretess", ground=GROUND)
    keeping.send("sekretess", ground="OSL 25 kap. 1 §")

    keeping.post(form, expect=409)

    assert "OSL 25 kap. 1 §" in keeping.open(SECRET).words


def test_secrecy_is_lifted_by_a_press(keeping: Desk) -> None:
    secret = _words_of(keeping)
    keeping.send("sekretess", ground=GROUND)

    keeping.send("offentlighet")

    assert secret[0] in keeping.open(SECRET).words


def test_the_open_protocol_holds_no_secret_word_and_the_secret_one_no_other_item(
    keeping: Desk, tmp_path: Path
) -> None:
    secret = _words_of(keeping)
    keeping.send("sekretess", ground=GROUND)

    public = _read(keeping, f"{MEETING}.pdf", tmp_path / "open.pdf")
    apart = _read(keeping, f"{AT}/sekretess.pdf", tmp_path / "secret.pdf")

    assert secret[0] not in public
    assert GROUND in public
    assert secret[0] in apart
    assert "§ 89" not in apart


@pytest.mark.parametrize(
    ("email", "expected"),
    [
        pytest.param("sekreterare@sundevik.example", 200, id="the secretary"),
        pytest.param("registrator@sundevik.example", 200, id="the registrar"),
        pytest.param("ledamot@sundevik.example", 404, id="a member, who was there"),
        pytest.param("", 404, id="the public"),
    ],
)
def test_the_secret_protocol_is_there_for_those_who_work_with_it(
    keeping: Desk, email: str, expected: int
) -> None:
    keeping.send("sekretess", ground=GROUND)

    with Visitor(keeping.app, email).client.get(f"{AT}/sekretess.pdf") as answer:
        assert answer.status_code == expected


def test_a_matter_that_only_a_secret_item_treats_is_not_told_of(keeping: Desk) -> None:
    registrar = Visitor(keeping.app, "registrator@sundevik.example")
    (matter,) = [one for one in registrar.get(SECRET).links() if one.startswith("/arenden/")]
    there = len(registrar.get(matter).all("main"))

    keeping.send("sekretess", ground=GROUND)

    assert there
    assert registrar.client.get(matter).status_code == 404
