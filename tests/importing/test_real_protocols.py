"""Real protocols score as high as they should; real reports are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes.domain.record_json import dumps
from minutes.importing.parse import parse
from minutes.importing.problems import Refused
from minutes.importing.read import read
from tests.importing.scored import mean

PROTOCOLS = (
    pytest.param("seeds/004_8b838460e9bf283a.txt", "004_8b838460e9bf283a", 0.99, id="004"),
    pytest.param(
        "protocols/alingsas_ks_2026-06-15.pdf", "alingsas_ks_2026-06-15", 0.97, id="Alingsås, PDF"
    ),
    pytest.param(
        "protocols/alingsas_ks_2026-06-15.txt", "alingsas_ks_2026-06-15", 0.97, id="Alingsås, text"
    ),
    pytest.param(
        "protocols/goteborg_ks_2024-11-27.txt", "goteborg_ks_2024-11-27", 0.97, id="Göteborg"
    ),
)
REPORTS = ("000_3ba074f763bece5d", "001_acac78a4869003c0", "002_1447dcaa6c211d95",
           "003_348b3d0038e08347")  # fmt: skip


@pytest.mark.parametrize(("file", "truth", "floor"), PROTOCOLS)
def test_a_real_protocol_scores_as_high_as_it_should(
    shared: Path, file: str, truth: str, floor: float, tmp_path: Path
) -> None:
    reading = parse(read(shared / file))

    scored = mean(shared / "expected" / f"{truth}.json", dumps(reading.protocol), tmp_path)

    assert scored >= floor
    assert reading.problems == ()


@pytest.mark.parametrize("report", REPORTS)
def test_a_report_is_refused_with_what_was_looked_for(shared: Path, report: str) -> None:
    with pytest.raises(Refused) as refusal:
        parse(read(shared / "seeds" / f"{report}.txt"))

    assert refusal.value.sentence.startswith("Filen är inget protokoll. Sökt: ")
    assert "Funnet: " in refusal.value.sentence
