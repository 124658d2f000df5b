"""What is pasted from another program is set as Markdown, and can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, Page, Route, StorageState, expect

from tests.databases import Register
from tests.web.pages import Visitor

HTML = "<h1>Ärendet</h1><ol start=3><li>tredje</li></ol>"
MARKDOWN = "### Ärendet\n\n3. tredje"
FIELD = """([address, text]) => {
  const token = document.querySelector("input[name=csrf_token]").value;
  document.head.insertAdjacentHTML("beforeend", `<meta name="csrf-token" content="${token}">`);
  document.querySelector("main").innerHTML =
    `<label>Text<textarea data-markdown data-paste="${address}"></textarea></label>`;
  document.querySelector("textarea").value = text;
  const script = document.createElement("script");
  Object.assign(script, { type: "module", src: "/static/js/paste.js" });
  return new Promise((done) => { script.onload = () => done(); document.head.append(script); });
}"""
PASTE = """([html, plain]) => {
  const data = new DataTransfer();
  if (html) data.setData("text/html", html);
  data.setData("text/plain", plain);
  const event = { clipboardData: data, bubbles: true, cancelable: true };
  return document.querySelector("textarea").dispatchEvent(new ClipboardEvent("paste", event));
}"""


@pytest.fixture(scope="module")
def secretary(demo_register: Register, site: str) -> StorageState:
    """What the browser keeps of a secretary who has signed in."""
    demo_register.app.config["CLOCK"] = lambda: datetime(2026, 11, 22, 12, tzinfo=UTC)
    cookie = Visitor(demo_register.app, "sekreterare@sundevik.example").client.get_cookie(
        "paragraf"
    )
    assert cookie
    return {"cookies": [{"name": "paragraf", "value": cookie.value, "url": site}], "origins": []}


@pytest.fixture
def page(secretary: StorageState, chromium: Browser, site: str) -> Iterator[Page]:
    """A secretary's window with a field for text, which holds "före och efter"."""
    with chromium.new_context(storage_state=secretary) as context:
        page = context.new_page()
        page.goto(f"{site}/konto")
        page.evaluate(FIELD, ["/arbete/inklistrat", "före och efter"])
        page.get_by_label("Text").evaluate("field => { field.focus(); field.select(); }")
        yield page


def test_pasted_html_stands_as_markdown_and_one_key_undoes_it(page: Page) -> None:
    field = page.get_by_label("Text")

    page.evaluate(PASTE, [HTML, "Ärendet tredje"])

    expect(field).to_have_value(MARKDOWN)
    page.keyboard.press("Control+z")
    expect(field).to_have_value("före och efter")


def test_it_is_inserted_where_the_writer_stands(page: Page) -> None:
    field = page.get_by_label("Text")
    field.evaluate("field => field.setSelectionRange(5, 8)")

    page.evaluate(PASTE, ["<b>eller</b>", "eller"])

    expect(field).to_have_value("före **eller** efter")


def test_plain_text_is_left_to_the_browser(page: Page) -> None:
    assert page.evaluate(PASTE, ["", "bara text"]) is True


@pytest.mark.parametrize("answer", [500, 422, 404])
def test_the_plain_text_is_inserted_where_the_register_says_no(page: Page, answer: int) -> None:
    page.route("**/arbete/inklistrat", lambda route: route.fulfill(status=answer, body="{}"))

    page.evaluate(PASTE, [HTML, "Ärendet tredje"])

    expect(page.get_by_label("Text")).to_have_value("Ärendet tredje")


def test_the_plain_text_is_inserted_where_the_network_is_gone(page: Page) -> None:
    page.context.set_offline(True)

    page.evaluate(PASTE, [HTML, "Ärendet tredje"])

    expect(page.get_by_label("Text")).to_have_value("Ärendet tredje")


def test_what_is_written_while_the_answer_comes_is_kept(page: Page) -> None:
    field = page.get_by_label("Text")
    field.evaluate("field => field.setSelectionRange(14, 14)")

    def write_first(route: Route) -> None:
        page.keyboard.type(" mer")
        route.continue_()

    page.route("**/arbete/inklistrat", write_first)
    page.evaluate(PASTE, ["<i> nytt</i>", "nytt"])

    expect(field).to_have_value("före och efter mer*nytt*")
