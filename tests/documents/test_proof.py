"""The proof of posting: what was announced, on which days, and what happened to it before."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from minutes.documents.proof import Removal, proof_file
from minutes.domain.editions import EditionScope
from minutes.domain.notices import NoticeState, notice_of
from minutes.store.queries.board import BoardNotice
from tests.documents.reading import words
from tests.documents.vera import verdicts

_AT = datetime(2026, 2, 11, 12, tzinfo=UTC)


def _notice(posted_on: date) -> BoardNotice:
    notice = notice_of(posted_on, "Kansliet", (), appeal_to="Rätten", posted_by="Åsa Lind")
    return BoardNotice(
        1,
        notice,
        NoticeState.TAKEN_DOWN,
        "Regionstyrelsen",
        "regionstyrelsen",
        "Region Älvmark",
        date(2026, 2, 3),
        date(2026, 2, 10),
        EditionScope.WHOLE,
        (1, 2, 3, 7),
        None,
        False,
        None,
        _AT,
        _AT,
    )


@pytest.fixture(scope="module")
def proof(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The proof of a notice that stood its whole time."""
    one = _notice(date(2026, 2, 11))
    removal = Removal(date(2026, 3, 5), "Örjan Ek")
    return proof_file(one, removal, tmp_path_factory.mktemp("proof"))


def test_a_proof_tells_the_days_and_who_entered_them(proof: Path) -> None:
    told = words(proof)

    for words_of_it in (
        "Bevis om anslag",
        "Region Älvmark",
        "Paragrafer §§ 1–3 och 7",
        "Justerat 2026-02-10",
        "Anslaget sattes upp 2026-02-11",
        "Uppsatt av Åsa Lind",
        "Sista dag att överklaga 2026-03-04",
        "Anslaget togs ned 2026-03-05",
        "Nedtagningen införd av Örjan Ek",
        "Förvaringsplats för protokollet Kansliet",
        "Överklagas till Rätten",
    ):
        assert words_of_it in told


def test_a_proof_is_fit_for_the_archive_and_for_everybody(proof: Path) -> None:
    told = verdicts((proof, "3a"), (proof, "ua1"))

    assert told.count("PASS") == 2, told
