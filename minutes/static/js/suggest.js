// §§ under the search field while somebody types; without this the field is a field all the same.

const PATIENCE = 180;

function link({ title, where, address }) {
  const one = document.createElement("li");
  const to = document.createElement("a");
  const small = document.createElement("small");
  to.href = address;
  to.lang = "sv";
  small.textContent = where;
  to.append(title, small);
  one.append(to);
  return one;
}

function follow(field) {
  const list = document.createElement("ul");
  let waiting = 0;
  let asked = "";
  list.className = "suggested";
  list.hidden = true;
  field.parentElement.append(list);

  const close = () => { list.hidden = true; };

  async function ask() {
    const words = field.value.trim();
    if (words === asked) return;
    asked = words;
    if (words.length < 2) return close();
    const answer = await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(words.slice(0, 500))}`).catch(() => null);
    if (asked !== words || !answer?.ok) return;
    list.replaceChildren(...(await answer.json()).map(link));
    list.hidden = !list.childElementCount;
  }

  const places = () => [field, ...list.querySelectorAll("a")];
  function move(event) {
    if (event.key === "Escape") { close(); field.focus(); }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || list.hidden) return;
    event.preventDefault();
    const all = places();
    all[(all.indexOf(document.activeElement) + step + all.length) % all.length].focus();
  }

  field.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(ask, PATIENCE); });
  field.parentElement.addEventListener("keydown", move);
  field.parentElement.addEventListener("focusout", (event) => { if (!field.parentElement.contains(event.relatedTarget)) close(); });
}

document.querySelectorAll("[data-suggest]").forEach(follow);
