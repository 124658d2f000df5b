"""A file that was signed elsewhere is taken back only if it is that file, signed by that person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from minutes.documents.signing.receiving import Expected, require_received
from minutes.documents.signing.signature import Clock, sign
from minutes.domain.errors import RuleBroken
from tests.documents.authority import Authority
from tests.documents.crafting import REWRITTEN
from tests.documents.signed import CHAIR, Signed, credentials, signed_by, wanted
from tests.documents.updating import UPDATED, rewritten, updated

EVA = Expected("Eva Ek", "eva@sundevik.example", "name")


def _by_eva(pdf: bytes, authority: Authority) -> bytes:
    return signed_by(pdf, authority, (CHAIR, "Eva Ek"))


def _taken_back(pdf: bytes, authority: Authority) -> bytes:
    certificate = authority.issue("Eva Ek")
    own = credentials(authority, certificate)
    authority.revoke(certificate)
    return sign(pdf, wanted(CHAIR, "Eva Ek"), own, authority.trust, Clock())


def _run_out(pdf: bytes, authority: Authority) -> bytes:
    own = credentials(authority, authority.issue("Eva Ek", days=(-30, -1)))
    return sign(pdf, wanted(CHAIR, "Eva Ek"), own, authority.trust, Clock())


def _with_script(pdf: bytes, authority: Authority) -> bytes:
    return _by_eva(updated(pdf, UPDATED["a script is added"]), authority)


def _other_version(pdf: bytes, authority: Authority) -> bytes:
    return _by_eva(rewritten(pdf, REWRITTEN["written anew, with another title"]), authority)


def test_the_file_that_was_handed_out_is_taken_back_signed(signed: Signed) -> None:
    authority = Authority()
    require_received(signed.sent, _by_eva(signed.sent, authority), EVA, authority.trust)


def test_the_next_signature_is_taken_back_after_the_first(signed: Signed) -> None:
    bo = Expected("Bo  ALM", "", "name")
    require_received(signed.once, signed.whole, bo, signed.trust)


@pytest.mark.parametrize(
    ("make", "why"),
    [
        pytest.param(lambda pdf, _: pdf, "inte underskriven", id="unsigned"),
        pytest.param(_other_version, "en annan version", id="another version"),
        pytest.param(
            lambda pdf, a: signed_by(pdf, a, (CHAIR, "Max Ruiz")), "av Max Ruiz", id="another"
        ),
        pytest.param(_run_out, "certifikatet gäller inte", id="has run out"),
        pytest.param(_taken_back, "certifikatet är spärrat", id="taken back"),
        pytest.param(
            lambda pdf, _: _by_eva(pdf, Authority("En annan")), "går i god", id="not trusted"
        ),
        pytest.param(_with_script, "Något mer än en underskrift", id="with a script"),
        pytest.param(
            lambda pdf, a: _by_eva(pdf, a) + b"% mer\n", "inte hela filen", id="and appended to"
        ),
        pytest.param(lambda pdf, _: pdf + b"\n", "inte underskriven", id="only appended to"),
    ],
)
def test_another_file_is_turned_away_with_the_reason(
    make: Callable[[bytes, Authority], bytes], why: str, signed: Signed
) -> None:
    authority = Authority()
    content = make(signed.sent, authority)

    with pytest.raises(RuleBroken) as no:
        require_received(signed.sent, content, EVA, authority.trust)

    assert why in str(no.value)


@dataclass(frozen=True)
class _Match:
    by: str
    email: str
    is_theirs: bool


@pytest.mark.parametrize(
    "match",
    [
        pytest.param(_Match("email", "eva@sundevik.example", True), id="their address"),
        pytest.param(_Match("email", "bo@sundevik.example", False), id="somebody else's address"),
        pytest.param(_Match("name", "bo@sundevik.example", True), id="the name is enough"),
    ],
)
def test_a_certificate_is_known_by_what_the_settings_say(match: _Match, signed: Signed) -> None:
    authority = Authority()
    own = credentials(authority, authority.issue("Eva Ek", email=match.email))

    assert Expected("Eva Ek", "eva@sundevik.example", match.by).is_held_by(own.holder) is (
        match.is_theirs
    )
