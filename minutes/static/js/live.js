// Forms are sent without leaving the page. What cannot be sent waits and is sent again, once.

import { Idiomorph } from "../vendor/idiomorph-0.8.0/idiomorph.esm.js";
import * as queue from "./queue.js";

const PAUSE = 600;
const LOOK = 7000;
const TRIED = 3;
const RENEWED = ["csrf_token", "form_key", "form_id", "back"];
const HIDDEN = [...RENEWED, "revision"];
const typed = new Map(); // forms with words that the page's server side does not know: id -> timer
const shut = new WeakSet(); // what the reader has folded
let busy = false;
let wait = 1000;
let failed = false; // the server failed at the last that was sent

const fields = (form) => [...new FormData(form)].filter(([, value]) => typeof value === "string");
const words = (form) => JSON.stringify(fields(form).filter(([name]) => !HIDDEN.includes(name)));
const key = () => [...crypto.getRandomValues(new Uint8Array(12))].map((n) => n.toString(16).padStart(2, "0")).join("");
/** A text as the server keeps it. */
const plain = (text) => text.normalize("NFC").replace(/\r\n?/g, "\n").replace(/[^\S\n]+$/gm, "").replace(/^\n+|\n+$/g, "");
const live = (node) => node instanceof HTMLFormElement && "live" in node.dataset;

function tell(state) {
  const said = document.querySelector("[data-said]");
  if (!said || said.dataset.state === state) return;
  said.dataset.state = state;
  said.textContent = said.dataset[state] ?? "";
}

/** What is told when nothing waits: what was refused, or stands beside another's words, is not saved. */
function tellHow() {
  const forms = [...document.querySelectorAll("form[data-autosave]")].filter((form) => typed.has(form.id));
  if (forms.some((form) => form.dataset.sent !== words(form))) return; // it is about to be sent
  tell(failed || forms.length || document.querySelector("[data-wrong]") ? "unsettled" : "saved");
}

function post(form, submitter) {
  clearTimeout(typed.get(form.id));
  const sent = fields(form).map(([name, value]) => (name === "form_key" ? [name, key()] : [name, value]));
  if (submitter?.name) sent.push([submitter.name, submitter.value]);
  if ("mine" in (submitter?.dataset ?? {})) renewed(sent, { revision: form.dataset.theirs });
  const action = submitter?.getAttribute("formaction") ?? form.getAttribute("action");
  const auto = "autosave" in form.dataset && !submitter?.name;
  if (auto && form.dataset.sent === words(form)) return;
  form.dataset.sent = words(form);
  if (!auto && queue.holdsSame(form.id, action, form.dataset.sent)) return; // a double click
  queue.put({ words: form.dataset.sent, form: form.id, action, fields: sent, auto, page: location.pathname });
  run();
}

function renewed(fields, values) {
  for (const field of fields) if (values[field[0]] !== undefined) field[1] = values[field[0]];
}

async function answerTo(entry) {
  const body = new URLSearchParams(entry.fields);
  const headers = { "X-Paragraf": "live" };
  const answer = await fetch(entry.action, { method: "POST", body, headers, credentials: "same-origin" });
  if (answer.status > 500 || (answer.status === 500 && !isHopeless(entry))) throw new Error(String(answer.status));
  return answer;
}

/** Whether the server has failed at the same thing so often that what waits behind it is let past. */
function isHopeless(entry) {
  entry.failed = (entry.failed ?? 0) + 1;
  return entry.failed >= TRIED;
}

async function fresh() {
  const answer = await fetch(location.href, { credentials: "same-origin" });
  if (!answer.ok) throw new Error(String(answer.status));
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const token = page.querySelector('meta[name="csrf-token"]')?.content;
  if (!token) throw new Error("signed out");
  document.querySelector('meta[name="csrf-token"]').content = token;
  queue.renew(null, { csrf_token: token });
  return page;
}

async function run() {
  if (busy || !queue.count()) return;
  busy = true;
  tell("sending");
  const entry = queue.first();
  let again = false;
  try {
    queue.begin();
    const answer = await answerTo(entry);
    if ([400, 401, 404].includes(answer.status) && !entry.tried) {
      tell("out"); // whoever is not signed in any more is told nothing else
      await fresh();
      again = true;
      entry.tried = true;
    } else {
      queue.drop();
      wait = 1000;
      await receive(answer, entry);
      again = true;
    }
  } catch {
    if (document.querySelector("[data-said]")?.dataset.state !== "out") tell("offline");
    setTimeout(run, wait);
    wait = Math.min(wait * 2, 15000);
  }
  busy = false;
  if (again) run();
  if (!queue.count()) tellHow();
}

async function receive(answer, entry) {
  failed = answer.status === 500;
  if (failed) return; // the words stand in their form
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const there = new URL(answer.url).pathname;
  const form = document.getElementById(entry.form);
  if (answer.ok && form) settle(form, entry, page);
  if (entry.page !== location.pathname || answer.status === 404) return;
  if (answer.ok && there !== location.pathname) {
    location.assign(answer.url);
    return;
  }
  morph(page);
  if (!answer.ok) point(document.querySelector(`[data-wrong="${entry.form}"]`), form);
}

/** The server has taken the form's words: they need not be kept, unless more was typed since. */
function settle(form, entry, page) {
  const next = page.getElementById(form.id);
  const saves = "autosave" in form.dataset;
  const revision = next?.elements.revision?.value;
  const ours = !saves || isAsSent(next, entry);
  if (revision !== undefined && ours) queue.renew(form.id, { revision });
  if ((saves && form.dataset.sent !== words(form)) || queue.holds(form.id)) {
    if (revision === undefined || !ours) return;
    form.elements.revision.value = revision;
    queue.keepWords(form, fields(form));
    return;
  }
  typed.delete(form.id);
  queue.dropWords(form);
  if (!saves) empty(form);
}

/** The line for a new entry is empty again, and whoever typed in it stands at its beginning. */
function empty(form) {
  const typing = document.activeElement.matches("input, textarea, select") && form.contains(document.activeElement);
  form.reset();
  if (!form.id.endsWith("-ny") || !typing) return;
  [...form.elements].find((one) => one.type !== "hidden" && one.checkVisibility())?.focus();
}

/** Whether the page shows the texts that were sent, and nobody has written since. */
function isAsSent(next, entry) {
  const texts = [...(next?.querySelectorAll("textarea") ?? [])];
  const sent = new Map(entry.fields);
  return texts.every((one) => plain(one.value) === plain(sent.get(one.name) ?? ""));
}

function morph(page) {
  const main = document.querySelector("main");
  const next = page.querySelector("main");
  if (!next) return;
  document.title = page.title;
  const stay = nearby(document.activeElement);
  Idiomorph.morph(main, next, {
    morphStyle: "outerHTML",
    ignoreActiveValue: document.activeElement.matches("input, textarea"),
    restoreFocus: true,
    callbacks: { beforeNodeMorphed: stays, beforeAttributeUpdated: opened },
  });
  stay();
}

/** Whoever stood in a row that is gone stands in the one that took its place, not at the top of the page. */
function nearby(stood) {
  const row = stood.closest("main li");
  const list = row?.parentElement;
  const at = row ? [...list.children].indexOf(row) : 0;
  return () => {
    if (!list?.isConnected || document.activeElement !== document.body) return;
    list.children[Math.min(at, list.children.length - 1)]?.querySelector("a[href], button:enabled, summary")?.focus();
  };
}

/** A form with words of its own keeps them, and the wording that they began from. */
function stays(old, next) {
  if (old.dataset && "kept" in old.dataset) return false;
  if (!live(old)) return true;
  if (!typed.has(old.id) && !queue.holds(old.id)) {
    catchUp(old, next);
    return true;
  }
  for (const name of RENEWED) {
    const [mine, theirs] = [old.elements[name], next.elements?.[name]];
    if (mine && theirs) mine.value = theirs.value;
  }
  if (next.elements?.revision) old.dataset.theirs = next.elements.revision.value;
  return false;
}

/** A text that one stands in, but has not changed, becomes what others have made of it. */
function catchUp(old, next) {
  const field = document.activeElement;
  const theirs = next.elements?.[field.name];
  if (!old.contains(field) || !field.matches("textarea") || !theirs || plain(field.value) === plain(theirs.value)) return;
  const [start, end] = [field.selectionStart, field.selectionEnd];
  field.value = theirs.value;
  field.setSelectionRange(start, end);
}

/** What the reader opened or closed stays so; what they have not touched opens when it has to. */
const opened = (name, node, how) =>
  !(name === "open" && node.tagName === "DETAILS" && (how === "remove" || shut.has(node)));

function onFold(event) {
  const folded = event.target.closest?.("summary")?.parentElement;
  if (folded?.open) shut.add(folded);
  else if (folded) shut.delete(folded);
}

/** What is wrong is seen, wherever it is folded. Whoever is typing in the form goes on: elsewhere letters are commands. */
function point(wrong, form) {
  for (let at = wrong; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  const typing = document.activeElement.matches("input, textarea, select") && form?.contains(document.activeElement);
  if (typing) wrong?.scrollIntoView({ block: "center" });
  else wrong?.focus();
}

function onInput(event) {
  const form = event.target.form;
  if (!live(form)) return;
  clearTimeout(typed.get(form.id));
  queue.keepWords(form, fields(form));
  const timer = "autosave" in form.dataset ? setTimeout(() => post(form), PAUSE) : 0;
  typed.set(form.id, timer);
  if (timer) tell("sending");
}

function onSubmit(event) {
  if (!live(event.target)) return;
  event.preventDefault();
  if (event.target.dataset.sure && !window.confirm(event.target.dataset.sure)) return;
  post(event.target, event.submitter);
}

/** What was typed and not sent before the window was closed stands in its form again. */
function restore() {
  for (const form of document.querySelectorAll("form[data-live]")) {
    const kept = queue.keptWords(form);
    if (!kept) continue;
    let differs = false;
    for (const [name, value] of kept) {
      const field = form.elements[name];
      if (HIDDEN.includes(name) || !field || field.value === undefined || field.value === value) continue;
      if (field.type === "checkbox" || field.type === "radio") continue;
      field.value = value;
      differs = true;
    }
    if (!differs) {
      queue.dropWords(form);
      continue;
    }
    const base = new Map(kept).get("revision");
    if (base !== undefined && form.elements.revision) form.elements.revision.value = base;
    form.closest("details")?.setAttribute("open", "");
    form.dispatchEvent(new Event("input", { bubbles: true }));
    typed.set(form.id, 0);
    if ("autosave" in form.dataset) post(form);
  }
}

/** Others write too: bring in what they have written, now and then. */
async function look() {
  const stand = document.querySelector("main[data-stand]")?.dataset.stand;
  if (!stand || document.hidden || busy || queue.count()) return;
  try {
    const answer = await fetch(stand, { credentials: "same-origin" });
    if (!answer.ok) return;
    const now = await answer.text();
    const main = document.querySelector("main");
    if (now !== main.dataset.seen) morph(await fresh());
  } catch {
    tell("offline");
    return;
  }
  if (!queue.count()) tellHow();
}

document.addEventListener("input", onInput);
document.addEventListener("submit", onSubmit);
document.addEventListener("click", onFold);
document.addEventListener("click", (event) => {
  const form = document.getElementById(event.target.closest?.("[data-drop]")?.dataset.drop);
  if (form) queue.dropWords(form);
});
document.addEventListener("focusout", (event) => {
  const form = event.target.form;
  if (live(form) && typed.get(form.id)) post(form);
});
addEventListener("pagehide", () => {
  for (const form of document.querySelectorAll("form[data-autosave]")) if (typed.get(form.id)) post(form);
});
addEventListener("online", run);
addEventListener("focus", run);
setInterval(look, LOOK);
restore();
run();
