"""A protocol that a rule of the register refuses is named, and nothing of it is stored."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import Session, select

from minutes.actions.history import Act
from minutes.importing.intake import take_in
from minutes.importing.load import Order
from minutes.importing.problems import Faulty
from minutes.store.tables import Meeting, Motion

_PROTOCOL = """Regionstyrelsen 2026-02-11

Närvarande

Beslutande

Eva Ek (S), ordförande
Bo Alm (M) {present}

§ 1

Motion om öppna mottagningar

Dnr 0001-2026, 0001-2026

Beslut

Regionstyrelsen beslutar att

1. avslå motionen.
2. ge regiondirektören i uppdrag att redovisa taxan senast {limit}.

Deltar inte i beslutet

Ledamöterna från (SD) deltar inte i beslutet.

Omröstning

Omröstningen utfaller med {votes}. Ordförandens utslagsröst avgör.

§ 2

Delårsrapport

Dnr 0002-2026

Beslut

Regionstyrelsen beslutar att

godkänna delårsrapporten.
"""
_SOUND = {
    "present": "§§ 1-2",
    "limit": "2026-05-04",
    "votes": "7 ja-röster mot 7 nej-röster",
}


def _take_in(session: Session, folder: Path, **words: str) -> bool:
    """Whether the protocol, some of its words others, changes the register."""
    file = folder / "protokoll.txt"
    file.write_text(_PROTOCOL.format(**_SOUND | words), encoding="utf-8")
    act = Act("Registratorn", datetime(2026, 3, 2, tzinfo=UTC))
    return take_in(session, act, file, Order("Region Älvmark"), folder).is_new


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        pytest.param(
            {"limit": "2025-05-04"},
            "§ 1: Tidsfristen 2025-05-04 ligger före beslutet 2026-02-11.",
            id="a time limit before the decision",
        ),
        pytest.param(
            {"votes": "8 ja-röster mot 7 nej-röster"},
            "§ 1: Utslagsrösten avgör bara när rösterna väger lika, men de är 8 mot 7.",
            id="a casting vote without a tie",
        ),
        pytest.param(
            {"present": "§§ 2-1"},
            "Bo Alm är närvarande från § 2 till § 1.",
            id="one who leaves before coming",
        ),
    ],
)
def test_what_a_rule_refuses_is_named_and_nothing_is_stored(
    session: Session, tmp_path: Path, words: dict[str, str], sentence: str
) -> None:
    with pytest.raises(Faulty) as refused:
        _take_in(session, tmp_path, **words)

    assert str(refused.value.problems[0]).startswith(sentence)
    session.rollback()
    assert session.exec(select(Meeting)).all() == []


def test_a_motion_without_number_and_a_group_aside_are_taken_in_once(
    session: Session, tmp_path: Path
) -> None:
    assert _take_in(session, tmp_path)
    assert not _take_in(session, tmp_path)

    assert session.exec(select(Motion.number)).all() == [None]
