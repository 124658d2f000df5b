"""What Flask-Security says, in Swedish: what is wrong and how to mend it."""

from __future__ import annotations

_SENTENCES = {
    "GENERIC_AUTHN_FAILED": "E-postadressen eller lösenordet stämmer inte. Försök igen.",
    "INVALID_PASSWORD": "Lösenordet stämmer inte. Försök igen.",
    "PASSWORD_NOT_PROVIDED": "Skriv ditt lösenord.",
    "EMAIL_NOT_PROVIDED": "Skriv din e-postadress.",
    "INVALID_EMAIL_ADDRESS": "Det där är ingen e-postadress. Skriv den som namn@exempel.se.",
    "PASSWORD_INVALID_LENGTH": "Lösenordet är för kort. Välj minst %(length)s tecken.",
    "PASSWORD_IS_THE_SAME": "Det nya lösenordet är detsamma som det gamla. Välj ett annat.",
    "RETYPE_PASSWORD_MISMATCH": "De två nya lösenorden är inte lika. Skriv dem igen.",
    "PASSWORD_CHANGE": "Lösenordet är bytt.",
    "DISABLED_ACCOUNT": "Kontot är stängt. Vänd dig till den som är administratör.",
    "TWO_FACTOR_INVALID_TOKEN": "Koden stämmer inte, eller är redan använd. Vänta på nästa kod.",
    "TWO_FACTOR_LOGIN_SUCCESSFUL": "Du är inloggad.",
    "TWO_FACTOR_CHANGE_METHOD_SUCCESSFUL": "Det andra steget är inställt.",
    "TWO_FACTOR_PERMISSION_DENIED": "Logga in med lösenord först.",
    "TWO_FACTOR_METHOD_NOT_AVAILABLE": "Välj ett av sätten.",
    "TWO_FACTOR_DISABLED": "Det andra steget är avstängt.",
    "TWO_FACTOR_SETUP_EXPIRED": "Det tog för lång tid. Börja om med det andra steget.",
    "INVALID_RECOVERY_CODE": "Reservkoden stämmer inte, eller är redan använd. Ta nästa.",
    "NO_RECOVERY_CODES_SETUP": "Du har inga reservkoder.",
    "REAUTHENTICATION_REQUIRED": "Bekräfta att det är du för att gå vidare.",
    "REAUTHENTICATION_SUCCESSFUL": "Tack, det är du.",
    "UNAUTHENTICATED": "Logga in för att gå vidare.",
    "LOGIN": "Logga in för att gå vidare.",
    "REFRESH": "Bekräfta att det är du för att gå vidare.",
    "ANONYMOUS_USER_REQUIRED": "Du är redan inloggad.",
    "WEBAUTHN_EXPIRED": "Det tog för lång tid. Försök igen med passnyckeln.",
    "WEBAUTHN_NAME_REQUIRED": "Ge nyckeln ett namn.",
    "WEBAUTHN_NAME_INUSE": "Du har redan en nyckel som heter %(name)s. Välj ett annat namn.",
    "WEBAUTHN_NAME_NOT_FOUND": "Du har ingen nyckel som heter %(name)s.",
    "WEBAUTHN_CREDENTIAL_DELETED": "Nyckeln %(name)s är borttagen.",
    "WEBAUTHN_REGISTER_SUCCESSFUL": "Nyckeln %(name)s är tillagd.",
    "WEBAUTHN_CREDENTIAL_ID_INUSE": "Nyckeln finns redan på ett konto.",
    "WEBAUTHN_UNKNOWN_CREDENTIAL_ID": "Nyckeln hör inte till något konto här.",
    "WEBAUTHN_ORPHAN_CREDENTIAL_ID": "Nyckeln hör inte till något konto här.",
    "WEBAUTHN_NO_VERIFY": "Nyckeln kunde inte bekräftas. Försök igen eller använd lösenord.",
    "WEBAUTHN_CREDENTIAL_WRONG_USAGE": "Nyckeln är gjord för något annat steg.",
    "WEBAUTHN_MISMATCH_USER_HANDLE": "Nyckeln hör till ett annat konto.",
}


def messages() -> dict[str, tuple[str, str]]:
    """The sentences as Flask-Security's settings."""
    return {f"SECURITY_MSG_{name}": (sentence, "info") for name, sentence in _SENTENCES.items()}
