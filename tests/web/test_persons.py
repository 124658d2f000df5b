"""Persons and matters."""

from tests.web.pages import Visitor, text


def test_a_person_is_found_by_a_part_of_the_name(visitor: Visitor) -> None:
    found = visitor.data("/personer.json?ord=sandel")["persons"]

    assert [(one["name"], one["party"]) for one in found] == [("Marie Sandelius", "S")]


def test_accents_need_not_be_typed(visitor: Visitor) -> None:
    found = visitor.data("/personer.json?ord=torneus")["persons"]

    assert [one["name"] for one in found] == ["Henrik Tornéus"]


def test_a_ballot_tells_what_that_answer_meant(visitor: Visitor) -> None:
    deeds = visitor.data("/personer/nadia-el-khoury.json?visa=roster")["deeds"]

    for deed in deeds:
        item = visitor.data("/{slug}/{year}/{number}.json".format(**deed["address"]))["item"]
        meanings = (
            {vote[f"{deed['sort']}_means"] for vote in item["votes"]}
            if (deed["sort"] in {"yes", "no"})
            else {deed["text"]}
        )
        assert deed["text"] in meanings


def test_a_motion_is_told_of_once(visitor: Visitor) -> None:
    page = visitor.data("/personer/louise-von-bergfelt.json?visa=motioner")

    assert page["paging"]["total"] == len({deed["text"] for deed in page["deeds"]})


def test_a_persons_page_holds_mandates_presence_and_deeds(visitor: Visitor) -> None:
    page, data = (
        visitor.get("/personer/marie-sandelius"),
        visitor.data("/personer/marie-sandelius.json"),
    )

    assert page.heading == "Marie Sandelius (S)"
    assert "Ordförande (S)" in page.words
    assert {one["kind"] for one in data["counts"]} >= {"proposal", "ballot"}
    assert data["search"]["kind"] == next(one["kind"] for one in data["counts"])


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


def test_what_is_counted_for_a_year_is_what_its_page_shows(visitor: Visitor) -> None:
    counts = visitor.data("/personer/marie-sandelius.json")["counts"]
    of = {"kind": "ballot", "year": 2025, "slug": "regionstyrelsen"}
    (counted,) = [one for one in counts if of.items() <= one.items()]

    page = visitor.data("/personer/marie-sandelius.json?visa=roster&ar=2025&organ=regionstyrelsen")

    assert page["paging"]["total"] == len(page["deeds"]) == counted["count"]
    assert {(d["address"]["year"], d["address"]["slug"]) for d in page["deeds"]} == {
        (2025, "regionstyrelsen")
    }


def test_a_proposal_is_told_with_what_became_of_it(visitor: Visitor) -> None:
    address = "/personer/nadia-el-khoury{}?visa=yrkanden&ar=2025&organ=regionstyrelsen"
    deeds = visitor.data(address.format(".json"))["deeds"]

    (voted,) = [d for d in deeds if d["address"]["number"] == 96]

    assert voted["ended"] == {
        "fate": "rejected",
        "votes": {"votes_for": 8, "votes_against": 4, "people": []},
    }
    assert "Avslaget efter omröstning, 8–4" in visitor.get(address.format("")).words


def test_a_reservation_is_told_with_what_became_of_the_decision(visitor: Visitor) -> None:
    address = "/personer/nadia-el-khoury{}?visa=reservationer&ar=2025"
    deeds = visitor.data(address.format(".json"))["deeds"]
    listed = visitor.data("/reservationer.json?person=nadia+el-khoury&ar=2025")["reservations"]

    assert [d["after"] for d in deeds] != []
    assert {str(d["after"]) for d in deeds} == {str(one["after"]) for one in listed}
    assert any(d["after"]["assignments"] for d in deeds)
    for deed in deeds:
        days = [one["address"]["held_on"] for one in deed["after"]["later"]]
        assert days == sorted(days)
        assert not days or days[0] > deed["address"]["held_on"]


def test_a_year_without_deeds_is_refused_with_those_that_have(visitor: Visitor) -> None:
    page = visitor.get("/personer/marie-sandelius?ar=1999", status=400)

    assert "Välj bland: Alla år, 2026, 2025" in page.words


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
