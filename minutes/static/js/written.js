// A section is written in its place: opening puts one in its text, Ctrl+Enter and Esc lead out.

const leaves = (event) => event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey));

function leave(section) {
  section.open = false;
  section.querySelector("summary").focus();
}

document.addEventListener(
  "toggle",
  (event) => {
    if (event.target.matches?.("details.write") && event.target.open) event.target.querySelector("textarea").focus();
  },
  true,
);

document.addEventListener("keydown", (event) => {
  const section = event.target.closest?.("details.write");
  if (section && event.target.matches("textarea") && leaves(event)) leave(section);
});

document.addEventListener("submit", (event) => {
  const section = event.target.closest("details.write");
  if (section && !event.submitter?.name) leave(section);
});
