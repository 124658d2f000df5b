"""What every test shares: where the shared material lies, and how hard properties are tried."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"

settings.register_profile(
    "tests",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("tests")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real protocols and truths; the test is skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the shared protocols are not here: their tests need ../shared")
    return SHARED
