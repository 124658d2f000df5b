// How far packages have come that are being made; when one is ready the page is shown anew.

const PAUSE = 1500;
const address = document.querySelector("main").dataset.framsteg;
const bars = () => [...document.querySelectorAll("progress[data-period]")];

async function look() {
  const answer = await fetch(address);
  const told = answer.ok ? await answer.json() : {};
  for (const bar of bars()) {
    const now = told[bar.dataset.period];
    if (!now) return location.reload();
    bar.max = now.steps;
    bar.value = now.step;
  }
  setTimeout(look, PAUSE);
}

if (address && bars().length) setTimeout(look, PAUSE);
