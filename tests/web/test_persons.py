"""Persons and matters."""

from tests.web.pages import Visitor, text


def test_a_person_is_found_by_a_part_of_the_name(visitor: Visitor) -> None:
    found = visitor.data("/personer.json?ord=sandel")["persons"]

    assert [(one["name"], one["party"]) for one in found] == [("Marie Sandelius", "S")]


def test_accents_need_not_be_typed(visitor: Visitor) -> None:
    found = visitor.data("/personer.json?ord=torneus")["persons"]

    assert [one["name"] for one in found] == ["Henrik Tornéus"]


def test_a_ballot_tells_what_that_answer_meant(visitor: Visitor) -> None:
    [votes] = visitor.data("/personer/nadia-el-khoury.json?visa=roster")["deeds"]

    for deed in votes["latest"]:
        item = visitor.data("/{slug}/{year}/{number}.json".format(**deed["address"]))["item"]
        meanings = (
            {vote[f"{deed['sort']}_means"] for vote in item["votes"]}
            if (deed["sort"] in {"yes", "no"})
            else {deed["text"]}
        )
        assert deed["text"] in meanings


def test_a_motion_is_told_of_once(visitor: Visitor) -> None:
    [motions] = visitor.data("/personer/louise-von-bergfelt.json?visa=motioner")["deeds"]

    assert motions["total"] == len({deed["text"] for deed in motions["latest"]})


def test_a_persons_page_holds_mandates_presence_and_deeds(visitor: Visitor) -> None:
    page, data = (
        visitor.get("/personer/marie-sandelius"),
        visitor.data("/personer/marie-sandelius.json"),
    )

    assert page.heading == "Marie Sandelius (S)"
    assert "Ordförande (S)" in page.words
    assert {group["kind"] for group in data["deeds"]} >= {"proposal", "ballot"}
    for group in data["deeds"]:
        assert len(group["latest"]) == min(group["total"], 8)


def test_attendance_is_drawn_year_by_year_with_its_table(visitor: Visitor) -> None:
    page = visitor.get("/personer/marie-sandelius")
    years = visitor.data("/personer/marie-sandelius.json")["years"]

    assert [one["year"] for one in years] == sorted({one["year"] for one in years}, reverse=True)
    (figure,) = page.all("figure", "years")
    (drawn,) = (e for e in figure.iter() if e.get("role") == "img")
    assert drawn.get("aria-describedby") in {table.get("id") for table in page.all("table")}
    rows = [[text(cell) for cell in row] for row in page.all("tr")][1:]
    keys = ("year", "served", "beside", "missed")
    assert rows == [[str(one[key]) for key in keys] for one in years]


def test_all_of_a_kind_are_shown_when_asked(visitor: Visitor) -> None:
    [votes] = visitor.data("/personer/marie-sandelius.json?visa=roster")["deeds"]

    assert (votes["kind"], len(votes["latest"])) == ("ballot", votes["total"])
    assert votes["total"] > 8


def test_a_kind_that_is_not_there_is_refused_with_those_that_are(visitor: Visitor) -> None:
    page = visitor.get("/personer/marie-sandelius?visa=allt", status=404)

    assert "Välj bland reservationer, yrkanden" in page.words


def test_a_person_who_is_not_there_is_said_in_a_sentence(visitor: Visitor) -> None:
    assert "ingen person" in visitor.get("/personer/ingen-alls", status=404).words


def test_a_matter_is_followed_through_bodies(visitor: Visitor) -> None:
    through = next(
        matter
        for matter in visitor.data("/arenden.json?ord=patientavgifter")["matters"]
        if matter["items"] > 1
    )

    items = visitor.data(f"/arenden/{through['slug']}.json")["items"]

    days = [item["address"]["held_on"] for item in items]
    assert days == sorted(days)
    assert len({item["address"]["slug"] for item in items}) > 1


def test_a_search_does_not_change_how_many_paragraphs_a_matter_has(visitor: Visitor) -> None:
    for matter in visitor.data("/arenden.json?ord=budget")["matters"]:
        items = visitor.data(f"/arenden/{matter['slug']}.json")["items"]
        assert len(items) == matter["items"]


def test_a_matter_is_found_by_its_number(visitor: Visitor) -> None:
    found = visitor.data("/arenden.json?ord=0921-2026")["matters"]

    assert [one["dnr"] for one in found] == ["0921-2026"]


def test_a_matter_about_a_motion_shows_how_each_clause_was_answered(visitor: Visitor) -> None:
    motions = [
        motion
        for matter in visitor.data("/arenden.json?ord=motion")["matters"]
        for motion in visitor.data(f"/arenden/{matter['slug']}.json")["motions"]
    ]

    assert any(clause["answers"] for motion in motions for clause in motion["clauses"])


def test_a_matter_that_is_not_there_is_said_in_a_sentence(visitor: Visitor) -> None:
    assert "inget ärende" in visitor.get("/arenden/9999-9999", status=404).words
