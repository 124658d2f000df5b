"""Papers that are enclosed: what cannot be is named."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest

from minutes.documents.enclosing import Enclosed
from minutes.documents.render import BadDocument
from minutes.documents.summons import AgendaPoint, summons_sheet
from tests.documents.summoned import SMALL, paper, summoned


def _locked() -> bytes:
    kept = io.BytesIO()
    with pikepdf.open(io.BytesIO(paper(SMALL))) as pdf:
        pdf.save(kept, encryption=pikepdf.Encryption(owner="o", user="u"))
    return kept.getvalue()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(b"", "går inte att läsa som PDF", id="empty"),
        pytest.param(b"<html>", "går inte att läsa som PDF", id="no PDF"),
        pytest.param(paper(SMALL)[:60], "går inte att läsa som PDF", id="cut off"),
        pytest.param(_locked(), "låst med lösenord", id="locked"),
        pytest.param(paper(SMALL, 0), "har ingen sida", id="without pages"),
        pytest.param(Path("/nowhere/karta.pdf"), "saknas bland filerna", id="lost"),
    ],
)
def test_an_annex_that_cannot_be_enclosed_is_named(content: bytes | Path, told: str) -> None:
    point = AgendaPoint(1, "Karta", enclosed=(Enclosed("Kartan", content),))

    with pytest.raises(BadDocument, match=f"bilagan ”Kartan” .*{told}"):
        summons_sheet(summoned(point))
