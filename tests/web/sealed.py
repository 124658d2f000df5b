"""A § of adjusted minutes made secret, past the triggers, as if it had been when they were sent."""

from __future__ import annotations

from minutes.store.session import session
from minutes.store.withheld import ITEM
from tests.databases import opened
from tests.web.desk import Desk


def seal(desk: Desk, item: int) -> None:
    """Make a § secret."""
    with opened(desk.register):
        here = session().connection()
        here.exec_driver_sql("DROP TRIGGER item_is_frozen_on_update")
        here.execute(
            ITEM.id.table.update().where(ITEM.id == item).values(secrecy="OSL 21 kap. 1 §")
        )
        session().commit()
