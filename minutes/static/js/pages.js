// The § as its pages will look, drawn anew after each save; those there stay until the new have come.

let drawn = "";

const loaded = (image) => new Promise((done) => { image.onload = () => done(true); image.onerror = () => done(false); });

async function draw(box) {
  const { pageAt, version, alt } = box.dataset;
  if (drawn === version) return;
  drawn = version;
  const pages = [];
  for (let n = 1; ; n++) {
    const image = new Image();
    const came = loaded(image);
    image.alt = alt.replace("{n}", n);
    image.src = `${pageAt.replace("sida-1", `sida-${n}`)}?v=${version}`;
    if (!(await came) || drawn !== version) break;
    pages.push(image);
  }
  if (drawn === version && pages.length) box.querySelector("[data-kept]").replaceChildren(...pages);
}

const look = () => document.querySelectorAll("details[data-page-at][open]").forEach(draw);

document.addEventListener("toggle", look, true);
new MutationObserver(look).observe(document.body, { subtree: true, attributes: true, attributeFilter: ["data-version"] });
