"""The settings of an environment."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from minutes.domain.access import Duty
from minutes.settings import PDF_VARIANTS, BadSetting, keep_secret, read_settings
from minutes.settings.sign_on import DUTIES


@pytest.mark.parametrize(
    "name", ["MINUTES_DATABASE_URL", "MINUTES_EXPORTS", "MINUTES_PDF_VARIANT", "MINUTES_PORT"]
)
def test_an_empty_setting_counts_as_missing(name: str) -> None:
    known = {"MINUTES_SECRET": "known to the test"}

    assert read_settings({**known, name: ""}) == read_settings(known)


def test_a_secret_that_is_missing_or_empty_is_made_up() -> None:
    secrets = {read_settings(given).secret for given in ({}, {}, {"MINUTES_SECRET": ""})}

    assert len(secrets) == 3
    assert "" not in secrets


@pytest.mark.parametrize("number", ["0", "65536", "-1", "8000x", "8²", "åtta"])
@pytest.mark.parametrize("name", ["MINUTES_PORT", "MINUTES_WORKERS"])
def test_a_number_out_of_range_is_refused_by_its_name(name: str, number: str) -> None:
    with pytest.raises(BadSetting, match=f"{name} är ”{number}”"):
        read_settings({name: number})


def test_a_variant_of_pdf_that_is_not_made_is_refused() -> None:
    with pytest.raises(BadSetting, match="MINUTES_PDF_VARIANT är ”pdf/a-4f”"):
        read_settings({"MINUTES_PDF_VARIANT": "pdf/a-4f"})


def test_an_environment_that_says_nothing_gives_the_defaults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    settings = read_settings({})

    assert settings.database_url == f"sqlite:///{tmp_path / 'minutes.sqlite3'}"
    assert settings.exports == tmp_path / "exports"
    assert settings.organisation == "Regionen"
    assert settings.pdf_variant == "pdf/a-3a"
    assert (settings.host, settings.port, settings.workers) == ("127.0.0.1", 8000, 2)


def test_what_the_environment_says_is_what_counts(tmp_path: Path) -> None:
    settings = read_settings(
        {
            "MINUTES_DATABASE_URL": "postgresql+psycopg:///minutes",
            "MINUTES_EXPORTS": str(tmp_path),
            "MINUTES_SECRET": "known to the test",
            "MINUTES_ORGANISATION": "Region Älvmark",
            "MINUTES_PDF_VARIANT": "pdf/a-2a",
            "MINUTES_HOST": "0.0.0.0",
            "MINUTES_PORT": "1",
            "MINUTES_WORKERS": "65535",
        }
    )

    assert settings.database_url == "postgresql+psycopg:///minutes"
    assert (settings.exports, settings.secret) == (tmp_path, "known to the test")
    assert (settings.organisation, settings.pdf_variant) == ("Region Älvmark", "pdf/a-2a")
    assert (settings.host, settings.port, settings.workers) == ("0.0.0.0", 1, 65535)


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        (
            "MINUTES_PORT",
            "http",
            "MINUTES_PORT är ”http”. Ange ett heltal från 1 till 65535.",
        ),
        (
            "MINUTES_PDF_VARIANT",
            "PDF/A-3A",
            "MINUTES_PDF_VARIANT är ”PDF/A-3A”. Ange pdf/a-3a eller pdf/a-2a.",
        ),
    ],
)
def test_a_bad_setting_is_named_with_what_it_may_be(name: str, value: str, sentence: str) -> None:
    with pytest.raises(BadSetting) as refused:
        read_settings({name: value})

    assert str(refused.value) == sentence


@pytest.mark.parametrize("variant", PDF_VARIANTS)
def test_each_variant_of_pdf_can_be_chosen(variant: str) -> None:
    assert read_settings({"MINUTES_PDF_VARIANT": variant}).pdf_variant == variant


def test_settings_are_read_once_and_stay() -> None:
    settings = read_settings({})

    with pytest.raises(FrozenInstanceError):
        settings.port = 9000


def test_a_database_file_without_its_folder_lies_in_the_current_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    settings = read_settings({"MINUTES_DATABASE_URL": "sqlite:///register.sqlite3"})

    assert settings.database_url == f"sqlite:///{tmp_path / 'register.sqlite3'}"


def test_postgresql_is_reached_by_the_driver_that_is_here() -> None:
    settings = read_settings({"MINUTES_DATABASE_URL": "postgresql://paragraf@/paragraf"})

    assert settings.database_url == "postgresql+psycopg://paragraf@/paragraf"


def test_an_installation_keeps_the_secret_it_made(tmp_path: Path) -> None:
    file = tmp_path / "minutes.secret"

    made = keep_secret(file)

    assert len(made) == 64
    assert keep_secret(file) == made
    assert file.stat().st_mode & 0o777 == 0o600


def test_another_second_factor_setting_is_refused() -> None:
    with pytest.raises(BadSetting, match="MINUTES_SECOND_FACTOR"):
        read_settings({"MINUTES_SECOND_FACTOR": "sometimes"})


def test_the_settings_know_every_duty() -> None:
    assert set(DUTIES) == set(Duty)


_MAIL = {
    "MINUTES_SMTP_HOST": "post.example",
    "MINUTES_SMTP_FROM": "protokoll@region.example",
    "MINUTES_ADDRESS": "https://protokoll.region.example/",
}


def test_without_a_server_no_letter_is_sent() -> None:
    assert not read_settings({}).mail.is_set_up


def test_links_in_letters_lead_to_the_address() -> None:
    mail = read_settings(_MAIL).mail

    assert (mail.is_set_up, mail.address) == (True, "https://protokoll.region.example")


@pytest.mark.parametrize(("security", "port"), [("starttls", 587), ("tls", 465), ("none", 25)])
def test_the_port_follows_from_the_security(security: str, port: int) -> None:
    assert read_settings({**_MAIL, "MINUTES_SMTP_SECURITY": security}).mail.port == port


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MINUTES_SMTP_FROM", ""),
        ("MINUTES_SMTP_FROM", "protokoll"),
        ("MINUTES_SMTP_FROM", "a@b.example\nBcc: c@d.example"),
        ("MINUTES_ADDRESS", ""),
        ("MINUTES_ADDRESS", "protokoll.region.example"),
        ("MINUTES_SMTP_SECURITY", "ssl"),
        ("MINUTES_SMTP_PORT", "0"),
    ],
)
def test_a_setting_of_mail_that_cannot_be_used_is_refused_by_its_name(
    name: str, value: str
) -> None:
    with pytest.raises(BadSetting, match=name):
        read_settings({**_MAIL, name: value})


def test_the_password_is_not_shown() -> None:
    mail = read_settings({**_MAIL, "MINUTES_SMTP_PASSWORD": "mycket hemligt"}).mail

    assert "mycket hemligt" not in repr(mail)
