"""Canaille, an OpenID Connect provider made by others, with its persons and one client.

It is served in a process of its own; all that it knows is in that process's memory.
"""

import json
import os

from canaille import create_app
from canaille.app import models
from canaille.backends import Backend

GIVEN = json.loads(os.environ["PROVIDER"])

application = create_app(
    {
        "SECRET_KEY": "known to the tests",
        "SERVER_NAME": GIVEN["place"],
        "PREFERRED_URL_SCHEME": "http",
        "CANAILLE": {
            "DATABASE": "memory",
            "JAVASCRIPT": False,
            "CAPTCHA_ENABLED": False,
        },
        "CANAILLE_OIDC": {"ACTIVE_JWKS": [GIVEN["key"]]},
    }
)

with application.app_context(), Backend.instance.session():
    for person in GIVEN["people"]:
        Backend.instance.save(models.User(**person))
    client = models.Client(**GIVEN["client"])
    Backend.instance.save(client)
    client.audience = [client]
    Backend.instance.save(client)
