"""What is sent after a session has ended is not lost."""

from __future__ import annotations

from datetime import timedelta

from tests.databases import Register
from tests.web.late import FORM, NILS, VERA, WORDS, at, late, sign_in_again, status, token
from tests.web.pages import Visitor, X


def test_what_is_sent_too_late_is_shown(register: Register) -> None:
    visitor = Visitor(register.app, VERA)
    assert status(visitor) == 200
    at(register, timedelta(hours=3))

    answer = visitor.post(FORM, text=WORDS)

    assert answer.status_code == 401
    assert "Du har loggats ut" in answer.text
    assert "Ordföranden yrkar &lt;bifall&gt;" in answer.text
    assert "/logga-in?next=/konto/kvar" in answer.text


def test_after_signing_in_again_one_press_saves_it(register: Register) -> None:
    visitor = late(register)
    assert status(visitor, "/konto/kvar") == 404

    sign_in_again(visitor)
    page = visitor.get("/konto/kvar")

    form = next(f for f in page.all("form") if f.get("action") == FORM)
    fields = {f.get("name"): f.get("value") for f in form.iter(f"{X}input")}
    assert fields.pop("csrf_token") != "old"
    assert fields["text"].splitlines() == WORDS.splitlines()
    assert fields["number"] == "7"
    assert "password" not in fields
    sent = visitor.client.post(FORM, data={**fields, "csrf_token": token(visitor)})
    assert sent.status_code == 303


def test_what_has_been_saved_is_kept_no_longer(register: Register) -> None:
    visitor = late(register)
    sign_in_again(visitor)

    address = "/konto/kvar/borttagning"
    visitor.client.post(address, data={"address": FORM, "csrf_token": token(visitor)})

    assert "Allt är sparat" in visitor.get("/konto/kvar").words


def test_it_is_kept_once_however_often_it_is_sent(register: Register) -> None:
    visitor = late(register)
    for _ in range(3):
        visitor.post(FORM, text=WORDS, number="7")
    sign_in_again(visitor)

    forms = [f for f in visitor.get("/konto/kvar").all("form") if f.get("action") == FORM]
    assert len(forms) == 1


def test_another_account_does_not_see_it(register: Register) -> None:
    visitor = late(register)

    sign_in_again(visitor, NILS)

    assert "Ordföranden" not in visitor.get("/konto/kvar").words


def test_another_browser_does_not_see_it(register: Register) -> None:
    late(register)

    assert "Ordföranden" not in Visitor(register.app, VERA).get("/konto/kvar").words


def test_it_goes_after_a_week(register: Register) -> None:
    visitor = late(register)
    at(register, timedelta(days=8))
    other = Visitor(register.app, NILS)
    status(other)
    at(register, timedelta(days=8, hours=3))
    other.post(FORM, text="något helt annat")

    sign_in_again(visitor)

    assert "Ordföranden" not in visitor.get("/konto/kvar").words


def test_whoever_has_never_signed_in_meets_nothing(register: Register) -> None:
    visitor = Visitor(register.app)
    known = token(visitor)

    assert visitor.post(FORM, text=WORDS, csrf_token=known).status_code == 404


def test_what_another_site_sends_is_not_kept(register: Register) -> None:
    visitor = Visitor(register.app, VERA)
    status(visitor)
    at(register, timedelta(hours=3))

    answer = visitor.client.post(
        FORM, data={"text": WORDS}, headers={"Origin": "https://x.example"}
    )

    assert answer.status_code == 401
    assert "Ordföranden" not in answer.text


def test_a_form_of_an_earlier_session_can_be_saved_at_once(register: Register) -> None:
    visitor = Visitor(register.app, VERA)

    answer = visitor.post(FORM, text=WORDS, csrf_token="of an earlier session")

    assert answer.status_code == 400
    assert "Spara nu" in answer.text


def test_our_script_is_told_in_a_sentence(register: Register) -> None:
    visitor = Visitor(register.app, VERA)
    status(visitor)
    at(register, timedelta(hours=3))

    answer = visitor.client.post(FORM, data={"text": WORDS}, headers={"X-Paragraf": "live"})

    assert answer.status_code == 401
    assert answer.json == {
        "error": "Du har loggats ut. Logga in igen, så sparas det du har skrivit.",
        "sign_in": "/logga-in",
    }
