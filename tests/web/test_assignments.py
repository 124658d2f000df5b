"""Assignments: open, late, closed."""

from tests.web.pages import Visitor, X, text


def test_open_ones_are_shown_unasked_by_time_limit(visitor: Visitor) -> None:
    data = visitor.data("/uppdrag.json")

    limits = [one["deadline"] or "without" for one in data["assignments"]]
    assert limits == sorted(limits)
    assert "closed" not in {one["status"] for one in data["assignments"]}


def test_age_is_counted_in_days_to_today(visitor: Visitor) -> None:
    ages = {one["decided_on"]: one["age"] for one in visitor.data("/uppdrag.json")["assignments"]}

    assert ages["2024-12-11"] == 711


def test_late_ones_have_a_day_that_has_passed(visitor: Visitor) -> None:
    late = visitor.data("/uppdrag.json?visa=forsenade")

    assert late["paging"]["total"] == late["counts"]["overdue"] > 0
    assert all(one["deadline"] < "2026-11-22" for one in late["assignments"])
    assert all(one["days_late"] > 0 for one in late["assignments"])


def test_what_is_only_proposed_to_the_assembly_is_no_assignment_yet(visitor: Visitor) -> None:
    for one in visitor.data("/uppdrag.json?visa=alla")["assignments"]:
        if one["origin"] is not None:
            address = one["origin"]["address"]
            item = visitor.data("/{slug}/{year}/{number}.json".format(**address))["item"]
            kinds = {p["kind"] or item["decision"]["kind"] for p in item["decision"]["points"]}
            assert kinds != {"proposal"}, address


def test_closed_ones_come_the_latest_first(visitor: Visitor) -> None:
    closed = visitor.data("/uppdrag.json?visa=avslutade")["assignments"]

    days = [one["closed_by"]["address"]["held_on"] for one in closed]
    assert days == sorted(days, reverse=True)


def test_as_many_as_a_meeting_follows_stand_on_one_page(visitor: Visitor) -> None:
    data = visitor.data("/uppdrag.json?visa=alla")

    assert len(data["assignments"]) == data["counts"]["total"] > 50


def test_an_empty_list_leads_to_all_assignments(visitor: Visitor) -> None:
    page = visitor.get("/uppdrag?visa=forsenade&ord=xyzzy")

    assert "/uppdrag?visa=alla&ord=xyzzy" in page.links()


def test_a_closed_one_names_the_paragraph_that_closed_it(visitor: Visitor) -> None:
    closed = visitor.data("/uppdrag.json?visa=avslutade")["assignments"]

    assert closed
    assert all(one["closed_by"] for one in closed)


def test_an_assignment_has_a_page_with_every_report(visitor: Visitor) -> None:
    several = next(
        one
        for one in visitor.data("/uppdrag.json?visa=alla")["assignments"]
        if len(one["measures"]) > 1
    )

    page = visitor.get(f"/uppdrag/{several['id']}")

    for measure in several["measures"]:
        assert measure["text"] in page.words


def test_one_that_is_not_there_is_said_in_a_sentence(visitor: Visitor) -> None:
    assert "inget uppdrag med nummer 9999" in visitor.get("/uppdrag/9999", status=404).words


def test_a_choice_that_is_not_offered_is_refused(visitor: Visitor) -> None:
    assert "Välj bland: Öppna, Försenade" in visitor.get("/uppdrag?visa=nagot", status=400).words


def test_words_narrow_the_list(visitor: Visitor) -> None:
    found = visitor.data("/uppdrag.json?visa=alla&ord=HYRDA")["assignments"]

    assert found
    assert all("hyrda" in one["text"].lower() for one in found)


def test_the_open_ones_are_drawn_by_age_with_the_figures_as_a_table(citizen: Visitor) -> None:
    page, data = citizen.get("/uppdrag?visa=avslutade"), citizen.data("/uppdrag.json")

    (figure,) = page.all("figure", "ages")
    (drawn,) = (e for e in figure.iter() if e.get("role") == "img")
    (table,) = figure.iter(f"{X}table")
    assert drawn.get("aria-describedby") == table.get("id")
    lines = list(table.iter(f"{X}tr"))[1:]
    rows = [[int(text(cell)) for cell in list(line)[1:]] for line in lines]
    keys = ("open", "reported", "proposed_for_closing")
    assert [row[:3] for row in rows] == [[group[key] for key in keys] for group in data["ages"]]
    assert sum(row[3] for row in rows) == data["counts"]["open"]
