"""An invented summons: points with and without papers, annexes of other sizes."""

from __future__ import annotations

import io
from datetime import date

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from minutes.documents.enclosing import Enclosed
from minutes.documents.summons import AgendaPoint, Summons
from minutes.domain.persons import Person
from minutes.domain.sections import Section, SectionKind
from tests.documents.made import BOARD, HELD_ON
from tests.domain.people import BO, EVA, LI, MAX

LANDSCAPE, LARGE, SMALL = (842, 595), (842, 1191), (420, 595)
_SUMMARY = "Resultatet för årets två första månader är ett underskott på 12 mnkr. " * 60


def paper(size: tuple[float, float], pages: int = 1, **root: pikepdf.Object) -> bytes:
    """A paper of others: pages of a size, each with a link, and more in its root."""
    with pikepdf.new() as pdf:
        for number in range(pages):
            page = pdf.add_blank_page(page_size=size)
            page.obj["/Contents"] = pdf.make_stream(f"{number} 0 m 99 99 l S".encode())
            page.obj["/StructParents"] = number
            page.obj["/AA"] = Dictionary(O=Dictionary(S=Name.JavaScript, JS=String("app.alert()")))
            page.obj["/Annots"] = Array([_link("URI", URI=String("https://aelvmark.example"))])
            page.obj["/Annots"].append(_link("Launch", F=String("x.exe")))
        pdf.Root.update(root)
        kept = io.BytesIO()
        pdf.save(kept, deterministic_id=True)
    return kept.getvalue()


def _link(kind: str, **does: pikepdf.Object) -> Dictionary:
    action = Dictionary(S=Name(f"/{kind}"), **does)
    place = Array([10, 10, 90, 20])
    return Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=place, StructParent=7, A=action)


def points() -> tuple[AgendaPoint, ...]:
    """Four points: one to be told only, one with all, one of annexes alone, one of words alone."""
    summary = Section(SectionKind.SUMMARY, "Sammanfattning", _SUMMARY)
    base = Section(SectionKind.BASE_PROPOSAL, "Förslag till beslut", "- godkänna rapporten.")
    report = Enclosed("Månadsrapport februari 2026", paper(LANDSCAPE, 3))
    return (
        AgendaPoint(1, "Val av justerare"),
        AgendaPoint(
            2,
            "Månadsrapport februari 2026",
            ("0112-2026",),
            "Ulla Ny, ekonomidirektör",
            (base, summary),
            (report, Enclosed("Karta över Älvmark", paper(LARGE))),
        ),
        AgendaPoint(3, "Meddelanden", enclosed=(Enclosed("Meddelanden", paper(SMALL, 2)), report)),
        AgendaPoint(4, "Budget 2027", ("0150-2026",), papers=(base,)),
    )


def summoned(*points: AgendaPoint) -> Summons:
    """The summons of the invented board with these points."""
    return Summons(
        organisation="Region Älvmark",
        body=BOARD,
        held_on=HELD_ON,
        issued_on=date(2026, 2, 20),
        begins_at="09:00",
        place="Regionhuset, Sundevik",
        chair=EVA,
        secretary="Åsa Lind",
        members=(EVA, BO, LI),
        substitutes=(MAX, Person("Per Wik", "S")),
        others=("Helena Forsgård, regiondirektör",),
        message="Anmäl förhinder till **kansliet**.",
        points=points,
    )
