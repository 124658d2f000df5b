// A vote is taken down by one key a group or member, and its sum is told meanwhile.

const ANSWERS = { j: "yes", n: "no", a: "abstain", f: "absent" };
const sheets = () => document.querySelectorAll("form.sheet");
const rows = (form) => [...form.querySelectorAll("select[data-ballot]")];
const seen = (one) => one.checkVisibility();

/** What each member answers: their own choice, else their group's. */
function answers(form) {
  const groups = new Map();
  for (const one of rows(form)) if (one.dataset.ballot === "party") groups.set(one.dataset.party, one.value);
  return rows(form)
    .filter((one) => one.dataset.ballot === "member")
    .map((one) => one.value || groups.get(one.dataset.party) || "missing");
}

function tally(form) {
  const told = answers(form);
  if (!told.length) return;
  const number = (answer) => told.filter((one) => one === answer).length;
  for (const one of form.querySelectorAll("[data-count]")) {
    const now = String(number(one.dataset.count));
    if (one.textContent !== now) one.textContent = now;
  }
  const tie = form.querySelector("[data-tie]");
  if (tie) tie.hidden = number("missing") > 0 || number("yes") !== number("no");
}

function mean(form) {
  const chosen = form.elements.question?.selectedOptions[0];
  for (const answer of ["yes", "no"]) {
    const own = form.elements[`${answer}_means`]?.value.trim();
    const told = form.querySelector(`[data-means="${answer}"]`);
    if (told) told.textContent = own || chosen?.dataset[answer] || "";
  }
}

function next(form, row) {
  const there = rows(form).filter(seen);
  const after = there[there.indexOf(row) + 1] ?? [form.elements.lot].find((one) => one && seen(one));
  (after ?? form.querySelector(".acts button")).focus();
}

function onKey(event) {
  const row = event.target;
  if (!row.matches?.("select[data-ballot]") || event.ctrlKey || event.metaKey || event.altKey) return;
  const answer = ANSWERS[event.key.toLowerCase()];
  if (!answer) return;
  event.preventDefault();
  row.value = answer;
  row.dispatchEvent(new Event("input", { bubbles: true }));
  next(row.form, row);
}

function onChange(event) {
  const form = event.target.closest?.("form.sheet");
  if (!form) return;
  tally(form);
  mean(form);
}

/** A vote is requested: its sheet is opened on that question, at the first group. */
function onRequest(event) {
  const link = event.target.closest?.("a[data-vote]");
  const sheet = document.getElementById("omrostning");
  const form = sheet?.querySelector("form");
  if (!link || !form) return;
  event.preventDefault();
  for (let one = sheet; one; one = one.parentElement.closest("details")) one.open = true;
  form.elements.question.value = link.dataset.vote;
  mean(form);
  (rows(form).find(seen) ?? form.querySelector("input:not([type=hidden])")).focus();
}

document.addEventListener("keydown", onKey);
document.addEventListener("input", onChange);
document.addEventListener("change", onChange);
document.addEventListener("reset", (event) => setTimeout(() => onChange({ target: event.target.elements[0] })));
document.addEventListener("click", onRequest);
for (const form of sheets()) tally(form);
