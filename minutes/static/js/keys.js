// One key does one thing: what carries data-keys="n F8" is pressed, opened or focused by them.

const OFF = "paragraf keys off";
const FIELDS = "input, textarea, select, [contenteditable]";

const named = (event) => (event.ctrlKey || event.metaKey || event.altKey ? "" : event.key);
const isLetter = (name) => name.length === 1;
const isOff = () => localStorage.getItem(OFF) === "1";

/** What the key means where one stands (data-keys-here, inside data-keys-in), else on the page: what is seen first, what is folded, the first of what has the key where it stands. */
function found(name, from) {
  const means = (keys) => (one) => one.dataset[keys].split(" ").includes(name) && one.getClientRects().length;
  const here = from.closest?.("[data-keys-in]")?.querySelectorAll("[data-keys-here]") ?? [];
  const all = [...document.querySelectorAll("[data-keys]")].filter(means("keys"));
  const there = () => [...document.querySelectorAll("[data-keys-here]")].find(means("keysHere"));
  return [...here].find(means("keysHere")) ?? all.find((one) => one.checkVisibility()) ?? all[0] ?? there();
}

function unfold(target) {
  for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
}

function use(target) {
  unfold(target);
  if (target.matches("details")) {
    const fields = [...target.querySelectorAll("input:not([type=hidden]), textarea, select, button")];
    const seen = fields.filter((one) => one.checkVisibility()); // what is folded has a place, too
    const first = (which) => seen.find((one) => one.form?.matches(which));
    const begins = target.querySelector("[data-first]") ? seen.find((one) => one.matches("button, [data-first] *")) : seen[0];
    (first(".offer") ?? first("[id$='-ny']") ?? begins)?.focus();
  } else if (target.matches(FIELDS)) {
    target.focus();
    target.select?.();
  } else {
    target.click();
  }
}

function onKey(event) {
  const name = named(event);
  const typing = event.target.closest?.(FIELDS);
  if (name === "Escape" && typing) {
    typing.blur();
    return;
  }
  if (!name || (isLetter(name) && (typing || isOff()))) return;
  const target = found(name, event.target);
  if (!target) return;
  event.preventDefault();
  use(target);
}

/** Ctrl+Enter sends the form that one types in, also from a text of several lines. */
function onSend(event) {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.target.form?.requestSubmit();
}

function onSwitch(event) {
  if (!event.target.matches("[data-keys-switch]")) return;
  localStorage.setItem(OFF, event.target.checked ? "0" : "1");
}

for (const one of document.querySelectorAll("[data-keys-switch]")) one.checked = !isOff();
document.addEventListener("click", (event) => {
  const name = event.target.closest("[data-dialog]")?.dataset.dialog;
  if (name) document.getElementById(name).showModal();
  if (event.target.closest("[data-close]")) event.target.closest("dialog").close();
});
document.addEventListener("keydown", onKey);
document.addEventListener("keydown", onSend);
document.addEventListener("change", onSwitch);
document.querySelector(".agenda [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
