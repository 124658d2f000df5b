"""What people do with finished minutes, click by click: they adjust, announce, send, correct."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.finished import BODY, DAY, MEETING, NUMBER, WHICH
from tests.browser.town import show_key
from tests.documents.authority import PASSPHRASE, Authority

_BOARD = "/anslagstavla"
MISSED = "Provets längd framgår inte."


def send(page: Page) -> None:
    """The secretary sends the minutes to adjustment."""
    page.goto(f"{MEETING}/granskning")
    page.get_by_role("button", name="Sänd till justering").click()
    link = page.get_by_role("link", name="Se hur långt justeringen har kommit")
    expect(link).to_be_visible()


def read(page: Page, version: int) -> None:
    """A signer opens what waits."""
    page.goto("/justering")
    page.get_by_role("link", name=WHICH).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Protokollet, version {version}")


def refuse(page: Page) -> None:
    """An adjuster misses something in a §."""
    read(page, 1)
    page.get_by_text(f"Jag justerar inte § {NUMBER}", exact=True).click()
    page.get_by_label("Skäl").locator("visible=true").fill(MISSED)
    page.get_by_role("button", name=f"Vägra justera § {NUMBER}").click()
    expect(page.get_by_text(f"Du justerar inte § {NUMBER}.")).to_be_visible()


def mend(page: Page) -> None:
    """The secretary takes the minutes back, writes what was missed, and sends them again."""
    page.goto(f"{MEETING}/justering")
    expect(page.get_by_text(f"”{MISSED}”")).to_be_visible()
    page.get_by_role("button", name="Ta tillbaka för att ändra").click()
    expect(page.get_by_text("Återtaget")).to_be_visible()
    page.get_by_role("link", name="Paragrafer", exact=True).click()
    page.get_by_role("link", name=f"§ {NUMBER}").first.click()
    page.get_by_text("Ändra Sammanfattning").click()
    words = "Bussen går en gång i timmen på fredagar i ett år. Provet kostar 1,2 mnkr."
    page.get_by_role("textbox", name="Sammanfattning").fill(words)
    page.get_by_role("button", name="Klar").locator("visible=true").click()
    expect(page.locator(".told", has_text="på fredagar i ett år.")).to_be_visible()
    send(page)


def _see_the_change(page: Page) -> None:
    """Signing begins anew with the next version, which tells what is changed."""
    read(page, 2)
    changed = page.get_by_role("region", name="Ändrat sedan version 1").get_by_role("listitem")
    expect(changed).to_have_text([f"§ {NUMBER} Nattbuss mellan Sundevik och Norrvik"])
    expect(page.locator("ins", has_text="i ett år")).to_be_visible()
    expect(page.get_by_text("Du justerar inte")).to_have_count(0)


def _sign(page: Page, name: str, way: str) -> None:
    page.get_by_role("button", name=f"Underteckna – {way}").click()
    mine = page.locator(".signers").get_by_role("listitem").filter(has_text=name)
    expect(mine).to_contain_text("Har undertecknat")


def seal(page: Page, name: str) -> None:
    """Sign with the organisation's seal, after a fresh proof of who one is."""
    _see_the_change(page)
    show_key(page, "Visa att det är du med din nyckel")
    _sign(page, name, "med organisationens stämpel")


def sign(page: Page, name: str, authority: Authority) -> None:
    """Sign with a certificate of one's own."""
    _see_the_change(page)
    own = authority.pkcs12(authority.issue(name))
    page.get_by_label("Ditt certifikat med nyckel").set_input_files(
        {"name": "mitt.p12", "mimeType": "application/x-pkcs12", "buffer": own}
    )
    page.get_by_label("Lösenfras till certifikatet").fill(PASSPHRASE)
    _sign(page, name, "med eget certifikat")


def announce(page: Page) -> None:
    """The secretary posts the notice."""
    page.goto(MEETING)
    page.get_by_role("link", name="Anslag", exact=True).click()
    page.get_by_role("button", name="Sätt upp anslaget").click()
    expect(page.get_by_role("link", name="Anslaget på anslagstavlan")).to_be_visible()


def take_down(page: Page) -> None:
    """The secretary enters that the notice has come down, whereby its proof is kept."""
    page.goto(f"{MEETING}/anslag")
    page.get_by_role("button", name="För in nedtagningen").click()
    expect(page.get_by_role("link", name="Bevis om anslag (PDF)")).to_be_visible()


def see_notice(page: Page, where: str = "") -> Page:
    """Anybody reads the notice on the board, or among those that stood there."""
    page.goto(f"{_BOARD}{where}")
    page.get_by_role("link", name=WHICH).first.click()
    expect(page.get_by_text("14 december 2026").first).to_be_visible()
    return page


def dispatch(page: Page, email: str) -> None:
    """The secretary certifies an extract by sending it."""
    page.goto(f"{MEETING}/expediering")
    page.get_by_text(f"Skicka Trafikbolaget, § {NUMBER}").click()
    page.get_by_label("Sätt").locator("visible=true").select_option("E-post")
    page.get_by_label("E-postadress").locator("visible=true").fill(email)
    page.get_by_role("button", name="Skicka", exact=True).locator("visible=true").click()
    expect(page.get_by_text(f"E-post till {email}")).to_be_visible()


def propose(page: Page) -> None:
    """The secretary proposes a correction."""
    page.goto(f"{MEETING}/rattelser")
    page.get_by_label("Paragraf", exact=True).first.select_option(str(NUMBER))
    page.get_by_label("Ord som de står").fill("1,2 mnkr")
    page.get_by_label("Ord som de ska stå").fill("1,3 mnkr")
    page.get_by_label("Skäl").first.fill("Skrivfel.")
    page.get_by_role("button", name="Föreslå rättelsen").first.click()
    expect(page.get_by_text("väntar på att bestyrkas")).to_be_visible()


def certify(page: Page, name: str) -> None:
    """A signer certifies it, after a fresh proof of who one is."""
    page.goto(f"{MEETING}/rattelser")
    show_key(page, "Visa först din nyckel")
    page.get_by_role("button", name="Bestyrk rättelsen").click()
    expect(page.get_by_role("listitem").filter(has_text=name)).to_contain_text("bestyrker")


def approve_copy(page: Page) -> None:
    """The secretary approves what the web shows."""
    page.goto(f"{MEETING}/publicering")
    page.get_by_role("button", name="Godkänn för webben").click()
    expect(page.get_by_text("Kopia 1, godkänd av Viktor Lidholm")).to_be_visible()


def see_public(page: Page) -> None:
    """Anybody reads the corrected § on the web."""
    page.goto(f"/{BODY}/{DAY}")
    page.get_by_role("link", name="Nattbuss mellan Sundevik och Norrvik").first.click()
    expect(page.get_by_text("”1,2 mnkr” har rättats till ”1,3 mnkr”.")).to_be_visible()
