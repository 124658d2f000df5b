"""The actions on letters, at work once."""

from __future__ import annotations

from functools import partial

from minutes.actions import letters
from minutes.domain.letters import Letter
from tests.actions.accounts import Call
from tests.actions.world import LATER, World


def lettered(world: World) -> dict[str, Call]:
    """What happens to a letter."""
    here = (world.session, LATER)
    words = Letter("eva.ek@region.example", "Eva Ek", "Att justera", "Logga in.")
    first, late, given_up = (letters.write_letter(*here, words, about=n) for n in "abe")
    late.tries = 1
    given_up.given_up_at = LATER.at
    return {
        "written letter": partial(letters.write_letter, *here, words, about="c"),
        "delayed letter": partial(letters.fail_letter, *here, late, "451", for_good=False),
        "handed in letter": partial(letters.hand_in, *here, first),
        "sent again letter": partial(letters.send_again, *here, given_up),
        "given up letter": partial(
            letters.fail_letter,
            *here,
            letters.write_letter(*here, words, about="d"),
            "550",
            for_good=True,
        ),
    }
