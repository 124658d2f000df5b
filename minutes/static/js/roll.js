// The roll call by keyboard: a letter answers for a row and goes on, arrows go between the rows.

const rowsOf = (inside) => [...inside.closest("[data-roll]").querySelectorAll("fieldset")];
const answer = (row) => row.querySelector("input[type=radio]:checked") ?? row.querySelector("input[type=radio]");

function go(row, steps) {
  const rows = rowsOf(row);
  const next = rows[rows.indexOf(row) + steps];
  if (next) answer(next).focus();
}

function say(row, value) {
  const said = row.querySelector(`input[type=radio][value="${value}"]`);
  if (!said) return false;
  said.checked = true;
  said.dispatchEvent(new Event("input", { bubbles: true }));
  said.focus();
  return true;
}

function onKey(event) {
  const row = event.target.closest?.("[data-roll] fieldset");
  if (!row || event.target.type !== "radio" || event.ctrlKey || event.metaKey || event.altKey) return;
  const steps = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (steps) go(row, steps);
  else if (say(row, event.key.toLowerCase())) go(row, 1);
  else return;
  event.preventDefault();
}

document.addEventListener("keydown", onKey);
