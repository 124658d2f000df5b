// What is pasted from Word and other programs keeps its headings, lists and tables, as Markdown.
const token = () => document.querySelector("meta[name=csrf-token]")?.content ?? "";

function insert(area, text) {
  area.focus();
  // The only way in that Ctrl+Z undoes; browsers keep it for that.
  if (document.execCommand("insertText", false, text)) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
}

async function asMarkdown(address, html) {
  const answer = await fetch(address, {
    method: "POST",
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "X-CSRFToken": token(),
      "X-Paragraf": "live",
    },
    body: html,
    signal: AbortSignal.timeout(10000),
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()).text;
}

async function paste(event) {
  const area = event.target.closest?.("textarea[data-markdown][data-paste]");
  const html = event.clipboardData?.getData("text/html");
  if (!area || !html) return;
  const plain = event.clipboardData.getData("text/plain");
  event.preventDefault();
  const [start, end, value] = [area.selectionStart, area.selectionEnd, area.value];
  area.setAttribute("aria-busy", "true");
  const text = await asMarkdown(area.dataset.paste, html).catch(() => plain);
  area.removeAttribute("aria-busy");
  // Whoever wrote on while the answer came keeps every word: it is inserted where they write now.
  if (area.value === value) area.setSelectionRange(start, end);
  else area.setSelectionRange(area.selectionEnd, area.selectionEnd);
  insert(area, text || plain);
}

document.addEventListener("paste", paste);
