"""Questions are offered in their order on the screen, and entered with one press each."""

from __future__ import annotations

import pytest

from tests.web.brought import brought
from tests.web.desk import Desk, Fields
from tests.web.pages import X, text

BOARD = "/arbete/regionstyrelsen/2026-10-28"
FIRST = "fraga-pa-tur-1"


@pytest.fixture
@brought
def asking(desk: Desk) -> Desk:
    """The secretary at a § of the board's draft in which nothing was moved."""
    desk.open(f"{BOARD}/punkt/{desk.item_of('regionstyrelsen', 2026, 88)}")
    return desk


def _move(desk: Desk, who: str, kind: str, words: str = "köpa bussar.", **more: str) -> None:
    desk.send("yrkande-ny", who=who, kind=kind, text=words, **more)


def _offered(desk: Desk) -> list[str]:
    """What is left to put, in its order."""
    forms = [f for f in desk.page.all("form") if (f.get("id") or "").startswith("fraga-pa-tur")]
    return [text(next(f.iter(f"{X}p"))) for f in forms]


def _find(desk: Desk, form: str, words: str, expect: int = 200) -> None:
    """Press the finding that reads so."""
    pressed = next(b for b in desk.element(form).iter(f"{X}button") if text(b).startswith(words))
    desk.send(form, found=pressed.get("value") or "", expect=expect)


def test_the_order_is_offered_and_what_is_put_is_left_out(asking: Desk) -> None:
    _move(asking, "elfv", "add", "redovisa i mars.")
    _move(asking, "tornéus", "refer_back", "för att kostnaden ska utredas.")
    assert _offered(asking) == [
        "Henrik Tornéus förslag om återremiss under proposition",
        "Det liggande förslaget under proposition",
        "Kristina Elfvings tillägg under proposition",
    ]

    _find(asking, FIRST, "Avslag")

    assert _offered(asking) == [
        "Det liggande förslaget under proposition",
        "Kristina Elfvings tillägg under proposition",
    ]
    assert "avslår Henrik Tornéus förslag om återremiss" in asking.minutes


def test_a_key_of_the_screen_means_one_thing(asking: Desk) -> None:
    _find(asking, FIRST, "Bifall")

    keys = [key for one in asking.page.root.iter() for key in (one.get("data-keys") or "").split()]

    assert "v" in keys, "a vote can be requested"
    assert sorted(keys) == sorted(set(keys))


def test_what_was_offered_before_more_was_moved_is_not_put(asking: Desk) -> None:
    stale = asking.form(FIRST, found="-")
    _move(asking, "tornéus", "counter")

    assert "Yrkandena har ändrats" in asking.post(stale, 409).words


def test_the_chair_may_take_another_question_first(asking: Desk) -> None:
    _move(asking, "elfv", "add", "redovisa i mars.")

    _find(asking, "fraga-pa-tur-2", "Bifall")

    assert _offered(asking) == ["Det liggande förslaget under proposition"]
    assert "bifaller Kristina Elfvings tillägg" in asking.minutes


def test_a_referral_that_carries_ends_the_putting_and_marks_the_item(asking: Desk) -> None:
    _move(asking, "tornéus", "refer_back", "för att kostnaden ska utredas.")

    _find(asking, FIRST, "Bifall")
    assert _offered(asking) == []
    assert "Ärendet avgörs inte nu" in asking.page.words
    assert asking.is_postponed(88) == (True, False)

    asking.send(asking.last_form("fraga-"), found="-")
    assert asking.is_postponed(88) == (False, False)
    assert _offered(asking) == ["Det liggande förslaget under proposition"]


def test_several_main_proposals_are_put_in_turn_and_a_counter_proposal_is_chosen(
    asking: Desk,
) -> None:
    _move(asking, "tornéus", "counter")
    _move(asking, "bladh", "counter", "köpa tåg.")

    _find(asking, FIRST, "Det liggande förslaget")
    assert "vart och ett under proposition" in asking.minutes
    assert _offered(asking) == []

    _find(asking, "fraga-motforslag-2", "Tommy Bladhs förslag")
    assert "Det liggande förslaget mot Tommy Bladhs förslag" not in _offered(asking)
    assert "det liggande förslaget mot Tommy Bladhs förslag" in asking.minutes


def test_the_chair_composes_a_question_freely(asking: Desk) -> None:
    _move(asking, "tornéus", "counter")
    _move(asking, "bladh", "counter", "köpa tåg.")
    address, fields = asking.form("fraga-ny", found="proposal:Tommy Bladh")

    many: Fields = {**fields, "option": ["proposal:Henrik Tornéus", "proposal:Tommy Bladh"]}
    asking.post((address, many))

    assert "Henrik Tornéus förslag mot Tommy Bladhs förslag" in asking.minutes
    assert _offered(asking) == ["Det liggande förslaget mot Tommy Bladhs förslag"]


def test_a_question_is_mended_moved_taken_out_and_put_back(asking: Desk) -> None:
    _move(asking, "elfv", "add", "redovisa i mars.")
    _find(asking, FIRST, "Bifall")
    _find(asking, FIRST, "Bifall")
    own = asking.last_form("fraga-")

    asking.send(own, found="-")
    assert "avslår Kristina Elfvings tillägg" in asking.minutes
    asking.send(own, press="flytt", place="0")
    assert asking.minutes.index("tillägg under prop") < asking.minutes.index(
        "liggande förslaget un"
    )
    asking.send(own, press="borttagning")
    assert "tillägg under prop" not in asking.minutes
    asking.send("angra-senaste")
    assert "avslår Kristina Elfvings tillägg" in asking.minutes


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        pytest.param({"found": ""}, "Ange vad ordföranden fann", id="no finding"),
        pytest.param(
            {"found": "proposal:Nils Holm"}, "ett förslag som inte ställdes", id="of another"
        ),
        pytest.param(
            {"option": "add:Nils Holm", "found": "-"}, "Nils Holm har inget sådant", id="not moved"
        ),
        pytest.param({"option": "hot:<b>", "found": "-"}, "<b> har inget sådant", id="markup"),
        pytest.param({"found": "a" * 301}, "300", id="too long"),
    ],
)
def test_a_finding_that_answers_nothing_is_told(
    asking: Desk, fields: dict[str, str], sentence: str
) -> None:
    page = asking.send(FIRST, **fields, expect=422)

    assert sentence in page.words
    assert "under proposition och finner" not in asking.minutes


def test_a_double_click_puts_one_question(asking: Desk) -> None:
    form = asking.form(FIRST, found="base:")
    again = (form[0], {**form[1], "form_key": "another showing"})

    asking.post(form)
    asking.post(again)

    assert asking.minutes.count("under proposition och finner") == 1


def test_a_press_from_a_screen_that_has_changed_is_refused(asking: Desk) -> None:
    _move(asking, "elfv", "add", "redovisa i mars.")
    stale = asking.form("fraga-pa-tur-2", found="add:Kristina Elfving")
    _find(asking, FIRST, "Bifall")

    page = asking.post(stale, expect=409)

    assert "En annan fråga har ställts" in page.words
    assert "tillägg under prop" not in asking.minutes


def test_a_stale_mending_is_refused(asking: Desk) -> None:
    _find(asking, FIRST, "Bifall")
    own = asking.last_form("fraga-")
    stale = asking.form(own, each="y")
    asking.send(own, found="-")

    assert "Någon annan har ändrat" in asking.post(stale, expect=409).words


def test_a_proposal_that_was_put_is_not_taken_out_before_its_question(asking: Desk) -> None:
    _move(asking, "elfv", "add", "redovisa i mars.")
    _find(asking, "fraga-pa-tur-2", "Bifall")

    page = asking.send(asking.last_form("yrkande-"), press="borttagning", expect=422)

    assert "Annat i protokollet bygger på det här" in page.words
