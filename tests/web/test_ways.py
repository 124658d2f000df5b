"""One signs on the screen in the ways that the settings allow; what is wrong leaves its entry."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from minutes.actions.accounts import find_account
from minutes.documents.signing.check import check
from minutes.documents.signing.extension import is_extension_of
from minutes.documents.signing.trust import trust_of
from minutes.store.session import db, session, writing
from tests.databases import opened
from tests.documents.authority import PASSPHRASE
from tests.documents.signed import signed_by
from tests.web.desk import Desk
from tests.web.signers import ADJUSTER, NAME, Signers, signers_at


@pytest.fixture
def signers(desk: Desk, tmp_path: Path) -> Iterator[Signers]:
    yield from signers_at(desk, tmp_path)


def test_one_signs_with_a_certificate_of_one_s_own(signers: Signers) -> None:
    before = signers.file()

    page = signers.send("certificate", certificate=signers.certificate(), password=PASSPHRASE)

    assert "Har undertecknat" in page.words
    checked = check(signers.file(), trust_of(signers.anchors))
    assert checked.is_sound
    assert [one.holder.name for one in checked.found] == [NAME]
    assert is_extension_of(before, signers.file())


def test_the_seal_signs_for_whom_has_just_shown_who_they_are(signers: Signers) -> None:
    code = _code_of(signers)

    page = signers.send("seal", token=code)

    assert "Har undertecknat" in page.words
    (found,) = check(signers.file(), trust_of(signers.anchors)).found
    assert found.holder.name == "Region Sundeviks stämpel"
    assert found.said_name == NAME
    assert "identifierad med engångskod" in found.said_reason


def _code_of(signers: Signers) -> str:
    """Give the adjuster an authenticator, and the code that it shows now."""
    app = signers.desk.app
    with opened(signers.desk.register):
        totp = app.extensions["security"].totp_factory
        writing()
        account = find_account(db.session, ADJUSTER)
        assert account is not None
        account.tf_totp_secret = totp.generate_totp_secret()
        secret = account.tf_totp_secret
        session().commit()
        return str(totp.generate_totp_password(secret))


def test_what_another_service_signed_is_taken_back(signers: Signers) -> None:
    pdf = signed_by(signers.file(), signers.authority, (NAME, NAME))

    page = signers.send("service", signed=(io.BytesIO(pdf), "åter.pdf"))

    assert "Har undertecknat" in page.words
    assert signers.file() == pdf


@pytest.mark.parametrize(
    ("way", "fields", "why"),
    [
        pytest.param("seal", {"token": "000000"}, "Koden stämmer inte", id="a wrong code"),
        pytest.param("certificate", {"who": NAME, "password": "fel"}, "öppna", id="a wrong word"),
        pytest.param(
            "certificate", {"who": "Max Ruiz", "password": PASSPHRASE}, "Max Ruiz", id="another's"
        ),
        pytest.param("service", {"by": "Max Ruiz"}, "Max Ruiz", id="signed by another"),
        pytest.param("service", {"by": ""}, "inte underskriven", id="not signed"),
    ],
)
def test_what_is_not_accepted_leaves_an_entry_and_nothing_else(
    way: str, fields: dict[str, str], why: str, signers: Signers
) -> None:
    if "token" in fields:
        _code_of(signers)
    before = signers.kept()
    sent: dict[str, object] = {k: v for k, v in fields.items() if k in {"token", "password"}}
    if "who" in fields:
        sent["certificate"] = signers.certificate(fields["who"])
    if "by" in fields:
        by = fields["by"]
        pdf = signers.file()
        pdf = signed_by(pdf, signers.authority, (NAME, by)) if by else pdf
        sent["signed"] = (io.BytesIO(pdf), "åter.pdf")

    assert why in signers.send(way, expect=422, **sent).words

    verdicts, files, told = signers.kept()
    assert (verdicts, files) == before[:2]
    assert len(told) == 1
    assert why in told[0]
