"""The forms of a delegated decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import col, select
from wtforms import BooleanField, Form, IntegerField, StringField, TextAreaField
from wtforms.validators import Optional

from minutes.domain.delegation import DelegatedDecision
from minutes.store.queries.board import BoardNotice, notices_where
from minutes.store.queries.delegation import DelegatedEntry
from minutes.store.session import session
from minutes.store.tables import Notice
from minutes.web.pages import today
from minutes.web.workspace.acts import Refused
from minutes.web.workspace.desk import BodyPlace
from minutes.web.workspace.entries import shown
from minutes.web.workspace.fields import DayField, line, words
from minutes.web.workspace.posting import PostForm, post_form


class DelegatedForm(Form):
    """A delegated decision; `reported_in` is the key of the § that reports it."""

    delegate = StringField(filters=[line])
    what = TextAreaField(filters=[words])
    decided_on = DayField()
    dnr = StringField(filters=[line])
    ground = StringField(filters=[line])
    appealable = BooleanField()
    reported_in = IntegerField(validators=[Optional()])
    revision = IntegerField(validators=[Optional()])


def made(form: DelegatedForm) -> DelegatedDecision:
    """The decision as it was typed."""
    return DelegatedDecision(
        form.delegate.data or "",
        form.what.data or "",
        form.decided_on.data,
        form.dnr.data or None,
        form.ground.data or None,
        bool(form.appealable.data),
    )


@dataclass(frozen=True, slots=True)
class Row:
    """A decision on the page with its forms and its notices."""

    entry: DelegatedEntry
    form_id: str
    form: DelegatedForm
    post_id: str
    post: PostForm
    notices: tuple[BoardNotice, ...]

    @property
    def may_be_announced(self) -> bool:
        """Whether it is to be announced by itself."""
        row = self.entry.row
        is_free = row.reported_in_id is None and row.decided_on is not None
        return row.appealable and is_free and self.entry.notice is None


def _notices_of(keys: Sequence[int]) -> Mapping[int, list[BoardNotice]]:
    """The notices of each decision."""
    of_any = col(Notice.delegated_decision_id).in_(keys)
    rows = session().exec(select(Notice.id, Notice.delegated_decision_id).where(of_any))
    of = {notice: decision for notice, decision in rows if decision is not None}
    found: dict[int, list[BoardNotice]] = {key: [] for key in keys}
    for one in notices_where(session(), today(), of_any):
        found[of[one.key]].append(one)
    return found


def rows_of(
    here: BodyPlace, entries: Sequence[DelegatedEntry], refused: Refused | None
) -> list[Row]:
    """The decisions with their forms as they are to be shown."""
    notices = _notices_of([one.row.id for one in entries])
    empty = post_form(here.body)
    return [_row(one, empty, tuple(notices[one.row.id]), refused) for one in entries]


def _row(
    entry: DelegatedEntry,
    post: PostForm,
    notices: tuple[BoardNotice, ...],
    refused: Refused | None,
) -> Row:
    row = entry.row
    form_id, post_id = f"beslut-{row.id}", f"anslag-{row.id}"
    form = DelegatedForm(obj=row, reported_in=row.reported_in_id)
    return Row(
        entry,
        form_id,
        shown(form, form_id, refused),
        post_id,
        shown(post, post_id, refused),
        notices,
    )
