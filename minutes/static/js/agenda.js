// The agenda is ordered by dragging, with a finger too, or by Alt and an arrow; the place is told.

import Sortable from "../vendor/sortablejs-1.15.7/sortable.esm.js";

const list = () => document.querySelector("[data-sortable]");
const lines = () => [...list().querySelectorAll("li")];

function announce(line, place) {
  const said = document.querySelector("[data-announce]");
  if (!said) return;
  said.textContent = list()
    .dataset.moved.replace("%(title)s", line.querySelector(".title").textContent)
    .replace("%(place)s", place + 1)
    .replace("%(all)s", lines().length);
}

/** Sends the line's form as its own buttons do, with the line that it now stands before. */
function send(line, before) {
  const form = line.querySelector("form");
  const button = document.createElement("button");
  button.name = "before";
  button.value = before?.dataset.key ?? "sist";
  button.hidden = true;
  form.append(button);
  form.requestSubmit(button);
  button.remove();
}

function onDrop({ item, oldIndex, newIndex }) {
  if (oldIndex === newIndex) return;
  announce(item, newIndex);
  send(item, item.nextElementSibling);
}

function step(line, way) {
  const button = line.querySelector(way < 0 ? "[data-up]" : "[data-down]");
  if (!button || button.disabled) return;
  announce(line, lines().indexOf(line) + way);
  button.click();
}

function onKey(event) {
  const line = event.target.closest?.("[data-sortable] li[data-key]");
  if (!line || !event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
  event.preventDefault();
  step(line, event.key === "ArrowUp" ? -1 : 1);
}

if (list()?.querySelector("[data-grip]")) {
  Sortable.create(list(), {
    handle: "[data-grip]",
    draggable: "li[data-key]",
    animation: 150,
    forceFallback: true, // one way for mouse, pen and finger
    onEnd: onDrop,
  });
}
document.addEventListener("keydown", onKey);
