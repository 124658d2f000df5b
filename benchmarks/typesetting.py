"""The record as plain blocks of text, for a typesetter that knows neither HTML nor Markdown."""

from __future__ import annotations

from typing import Any

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from minutes.domain.record import Item, Protocol
from minutes.domain.wording.attendance import attendance_line
from minutes.domain.wording.days import day
from minutes.domain.wording.names import persons

Block = dict[str, Any]


def _words(node: SyntaxTreeNode) -> str:
    """The words of a node and all below it."""
    if node.type in {"softbreak", "hardbreak"}:
        return " "
    return node.content if not node.children else "".join(_words(child) for child in node.children)


def _list(node: SyntaxTreeNode) -> Block:
    return {"kind": node.type, "entries": [_words(entry) for entry in node.children]}


def _table(node: SyntaxTreeNode) -> Block:
    rows = [[_words(c) for c in row.children] for part in node.children for row in part.children]
    return {"kind": "table", "rows": rows}


def _block(node: SyntaxTreeNode) -> Block:
    if node.type in {"bullet_list", "ordered_list"}:
        return _list(node)
    if node.type == "table":
        return _table(node)
    return {"kind": node.type, "text": _words(node)}


def _item(item: Item, markdown: MarkdownIt) -> dict[str, Any]:
    return {
        "number": item.number,
        "title": item.title,
        "dnr": ", ".join(item.dnr),
        "sections": [
            {
                "heading": section.heading,
                "blocks": [
                    _block(n) for n in SyntaxTreeNode(markdown.parse(section.text)).children
                ],
            }
            for section in item.sections
        ],
    }


def typeset(protocol: Protocol) -> dict[str, Any]:
    """The protocol as data for protocol.typ."""
    assert protocol.date is not None
    markdown = MarkdownIt("commonmark").enable("table")
    facts = {
        "Plats": protocol.place or "",
        "Tid": f"{protocol.opened_at or ''}–{protocol.closed_at or ''}",
        "Närvarande": "\n".join(attendance_line(one) for one in protocol.attendance),
        "Utses att justera": persons(protocol.adjusters),
    }
    return {
        "organisation": protocol.organisation,
        "body": protocol.body,
        "day": day(protocol.date),
        "facts": [[label, text] for label, text in facts.items() if text],
        "items": [_item(item, markdown) for item in protocol.items],
    }
