"""The prose of the minutes as blocks of Akoma Ntoso."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import html

from minutes.documents.akoma_ntoso.names import E
from minutes.documents.archive.markup import clean
from minutes.documents.prose import to_html

_INLINE = {"strong": "b", "em": "i", "sup": "sup"}
_HEADINGS = {"h3", "h4"}
_LISTS = {"ul", "ol"}


def _add(to: Any, text: str | None) -> None:
    """Words at the end of what an element holds."""
    words = clean(text or "")
    if len(to):
        to[-1].tail = (to[-1].tail or "") + words
    else:
        to.text = (to.text or "") + words


def _picture(part: Any) -> Any:
    return E.img(src=part.get("src", ""), alt=part.get("alt", ""))


def _fill(to: Any, part: Any) -> Any:
    """The words and marks inside an element of HTML, put inside one of ours."""
    _add(to, part.text)
    for inner in part:
        if inner.tag == "br":
            to.append(E.br())
        elif inner.tag == "img" and inner.get("src"):
            to.append(_picture(inner))
        elif inner.tag in _LISTS:
            to.append(_list(inner))
        elif inner.tag in _INLINE:
            to.append(_fill(E(_INLINE[inner.tag]), inner))
        else:
            _fill(to, inner)
        _add(to, inner.tail)
    return to


def _list(part: Any) -> Any:
    """A list with the author's own numbers."""
    made = E(part.tag)
    for number, inner in enumerate(part.iterchildren("li"), int(part.get("start", 1))):
        item = _fill(E.li(), inner)
        if part.tag == "ol":
            item.set("value", inner.get("value", str(number)))
        made.append(item)
    return made


def _table(part: Any) -> Any:
    return E.table(
        *(
            E.tr(*(E(cell.tag, _fill(E.p(), cell)) for cell in row.iterchildren("th", "td")))
            for row in part.iter("tr")
        )
    )


def _block(part: Any) -> Iterator[Any]:
    if part.tag in _LISTS:
        yield _list(part)
    elif part.tag == "table":
        yield _table(part)
    elif part.tag in _HEADINGS:
        yield E.p(_fill(E.b(), part))
    elif part.tag == "p":
        yield _fill(E.p(), part)
    else:
        for inner in part:
            yield from _block(inner)


def blocks(text: str, root: str) -> list[Any]:
    """The blocks of a text in Markdown; `root` is the address that pictures are fetched from."""
    made = html.fragments_fromstring(str(to_html(text, pictures=f"{root}/bild/")))
    found = [block for part in made if not isinstance(part, str) for block in _block(part)]
    return found or [E.p()]
