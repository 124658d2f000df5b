"""What Flask-Security says, in our words: what is wrong and how to mend it."""

from __future__ import annotations

from babel.support import NullTranslations
from flask_babel import get_translations
from flask_security.babel import FsDomain

from minutes.web.languages import marked

_SENTENCES = {
    "GENERIC_AUTHN_FAILED": marked("E-postadressen eller lösenordet stämmer inte. Försök igen."),
    "INVALID_PASSWORD": marked("Lösenordet stämmer inte. Försök igen."),
    "PASSWORD_NOT_PROVIDED": marked("Skriv ditt lösenord."),
    "EMAIL_NOT_PROVIDED": marked("Skriv din e-postadress."),
    "INVALID_EMAIL_ADDRESS": marked(
        "Det där är ingen e-postadress. Skriv den som namn@exempel.se."
    ),
    "PASSWORD_INVALID_LENGTH": marked("Lösenordet är för kort. Välj minst %(length)s tecken."),
    "PASSWORD_IS_THE_SAME": marked("Det nya lösenordet är detsamma som det gamla. Välj ett annat."),
    "RETYPE_PASSWORD_MISMATCH": marked("De två nya lösenorden är inte lika. Skriv dem igen."),
    "PASSWORD_CHANGE": marked("Lösenordet är bytt."),
    "DISABLED_ACCOUNT": marked("Kontot är stängt. Vänd dig till den som är administratör."),
    "TWO_FACTOR_INVALID_TOKEN": marked(
        "Koden stämmer inte, eller är redan använd. Vänta på nästa kod."
    ),
    "TWO_FACTOR_LOGIN_SUCCESSFUL": marked("Du är inloggad."),
    "TWO_FACTOR_CHANGE_METHOD_SUCCESSFUL": marked("Det andra steget är inställt."),
    "TWO_FACTOR_PERMISSION_DENIED": marked("Logga in med lösenord först."),
    "TWO_FACTOR_METHOD_NOT_AVAILABLE": marked("Välj ett av sätten."),
    "TWO_FACTOR_DISABLED": marked("Det andra steget är avstängt."),
    "TWO_FACTOR_SETUP_EXPIRED": marked("Det tog för lång tid. Börja om med det andra steget."),
    "INVALID_RECOVERY_CODE": marked("Reservkoden stämmer inte, eller är redan använd. Ta nästa."),
    "NO_RECOVERY_CODES_SETUP": marked("Du har inga reservkoder."),
    "REAUTHENTICATION_REQUIRED": marked("Bekräfta att det är du för att gå vidare."),
    "REAUTHENTICATION_SUCCESSFUL": marked("Tack, det är du."),
    "UNAUTHENTICATED": marked("Logga in för att gå vidare."),
    "LOGIN": marked("Logga in för att gå vidare."),
    "REFRESH": marked("Bekräfta att det är du för att gå vidare."),
    "ANONYMOUS_USER_REQUIRED": marked("Du är redan inloggad."),
    "WEBAUTHN_EXPIRED": marked("Det tog för lång tid. Försök igen med passnyckeln."),
    "WEBAUTHN_NAME_REQUIRED": marked("Ge nyckeln ett namn."),
    "WEBAUTHN_NAME_INUSE": marked(
        "Du har redan en nyckel som heter %(name)s. Välj ett annat namn."
    ),
    "WEBAUTHN_NAME_NOT_FOUND": marked("Du har ingen nyckel som heter %(name)s."),
    "WEBAUTHN_CREDENTIAL_DELETED": marked("Nyckeln %(name)s är borttagen."),
    "WEBAUTHN_REGISTER_SUCCESSFUL": marked("Nyckeln %(name)s är tillagd."),
    "WEBAUTHN_CREDENTIAL_ID_INUSE": marked("Nyckeln finns redan på ett konto."),
    "WEBAUTHN_UNKNOWN_CREDENTIAL_ID": marked("Nyckeln hör inte till något konto här."),
    "WEBAUTHN_ORPHAN_CREDENTIAL_ID": marked("Nyckeln hör inte till något konto här."),
    "WEBAUTHN_NO_VERIFY": marked(
        "Nyckeln kunde inte bekräftas. Försök igen eller använd lösenord."
    ),
    "WEBAUTHN_CREDENTIAL_WRONG_USAGE": marked("Nyckeln är gjord för något annat steg."),
    "WEBAUTHN_MISMATCH_USER_HANDLE": marked("Nyckeln hör till ett annat konto."),
}


class Said(FsDomain):
    """Where Flask-Security looks its sentences up: in our catalogue."""

    def get_translations(self) -> NullTranslations:
        """The translations into the language of this answer."""
        ours: NullTranslations = get_translations()
        return ours


def messages() -> dict[str, tuple[str, str]]:
    """The sentences as Flask-Security's settings."""
    return {f"SECURITY_MSG_{name}": (sentence, "info") for name, sentence in _SENTENCES.items()}
