// What is to be sent waits here, in the browser's own store, until the server has taken it.

const account = document.querySelector('meta[name="account"]')?.content ?? "";
const NAME = `paragraf queue ${account}`;

function read() {
  try {
    return JSON.parse(localStorage.getItem(NAME)) ?? [];
  } catch {
    return [];
  }
}

let waiting = read();

function write() {
  if (waiting.length) localStorage.setItem(NAME, JSON.stringify(waiting));
  else localStorage.removeItem(NAME);
}

export const first = () => waiting[0];

export const count = () => waiting.length;

/** Whether something of this form waits. */
export const holds = (form) => waiting.some((one) => one.form === form);

/** Whether the same words of this form wait already, for the same address. */
export const holdsSame = (form, action, words) =>
  waiting.some((one) => one.form === form && one.action === action && one.words === words);

/** Put last. A later state of a form that saves itself takes the place of one not begun. */
export function put(entry) {
  const same = waiting.findIndex(
    (one) => entry.auto && one.auto && !one.begun && one.form === entry.form && one.action === entry.action,
  );
  if (same >= 0) waiting[same] = entry;
  else waiting.push(entry);
  write();
}

/** The first is on its way; it may have arrived even if no answer comes. */
export function begin() {
  waiting[0].begun = true;
  write();
}

/** The server has taken the first. */
export function drop() {
  waiting.shift();
  write();
}

/** Give fields of what waits of a form new values: it was made before the last answer. */
export function renew(form, values) {
  for (const one of waiting) {
    if (form === null || one.form === form) {
      one.fields = one.fields.map(([name, value]) => [name, name in values ? values[name] : value]);
    }
  }
  write();
}

const words = (form) => `paragraf words ${account} ${location.pathname} ${form.id}`;

/** Keep what is typed in a form that has not been sent. */
export const keepWords = (form, fields) => localStorage.setItem(words(form), JSON.stringify(fields));

export const dropWords = (form) => localStorage.removeItem(words(form));

/** What was typed in a form and not sent, as [name, value] pairs. */
export function keptWords(form) {
  try {
    return JSON.parse(localStorage.getItem(words(form)));
  } catch {
    return null;
  }
}
