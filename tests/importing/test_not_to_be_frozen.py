"""What is taken in is frozen, so a draft and a text whose pictures are elsewhere are refused."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import Session, select

from minutes.actions.history import Act
from minutes.importing.intake import take_in
from minutes.importing.load import Order
from minutes.importing.problems import Faulty
from minutes.store.tables import Meeting

_PROTOCOL = """Regionstyrelsen 2026-02-11

§ 1

Öppna mottagningar

Dnr 0001-2026

Beslut

Regionstyrelsen beslutar att öppna mottagningarna.

Ärendet

Mottagningarna öppnas i mars.{more}

§ 2

Delårsrapport

Dnr 0002-2026

Beslut

Regionstyrelsen beslutar att godkänna delårsrapporten.
"""


def _take_in(session: Session, folder: Path, text: str) -> None:
    file = folder / "protokoll.txt"
    file.write_text(text, encoding="utf-8")
    act = Act("provet", datetime(2026, 3, 1, tzinfo=UTC))
    take_in(session, act, file, Order("Region Prov"), folder / "exports")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        pytest.param(
            "EJ JUSTERAT\n\n" + _PROTOCOL.format(more=""),
            "Rad 1: Filen är märkt EJ JUSTERAT.",
            id="a draft",
        ),
        pytest.param(
            _PROTOCOL.format(more=f"\n\n![Karta](bild/{'0' * 64})"),
            "§ 1 visar en bild som varken registret eller filen har.",
            id="a picture that is elsewhere",
        ),
    ],
)
def test_what_could_not_be_mended_afterwards_is_refused(
    session: Session, tmp_path: Path, text: str, sentence: str
) -> None:
    with pytest.raises(Faulty) as refused:
        _take_in(session, tmp_path, text)

    assert sentence in str(refused.value)
    assert session.exec(select(Meeting)).first() is None


def test_the_same_protocol_without_either_is_taken_in(session: Session, tmp_path: Path) -> None:
    _take_in(session, tmp_path, _PROTOCOL.format(more=""))

    assert session.exec(select(Meeting)).first() is not None


@pytest.mark.parametrize(
    ("end", "told"),
    [
        pytest.param("\n\nBeslutsgång\n", "under den sista rubriken", id="after a heading"),
        pytest.param("\n\nÄrendet\n\nDet gäller delårsr", "det sista ordet", id="within a word"),
    ],
)
def test_a_protocol_that_is_cut_off_is_refused(
    session: Session, tmp_path: Path, end: str, told: str
) -> None:
    with pytest.raises(Faulty) as refused:
        _take_in(session, tmp_path, _PROTOCOL.format(more="").rstrip() + end)

    assert told in str(refused.value.problems[0])
