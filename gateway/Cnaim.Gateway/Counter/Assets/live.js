// Keeps the part of a page with the id "live" as the server would draw it now. Without this script the page loads itself anew.
const place = document.querySelector("[data-live]");
const live = document.getElementById("live");
const at = document.getElementById("at");
let source;
let heard = Date.now();

async function draw() {
  const answer = await fetch(location.href, { headers: { accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = page.getElementById("live");
  if (answer.ok && now && now.innerHTML !== live.innerHTML) {
    live.innerHTML = now.innerHTML; // unchanged content is not announced again
  }
  for (const part of [".cn-board__waits", "#at"]) {
    const [old, fresh] = [document.querySelector(part), page.querySelector(part)];
    if (old && fresh) {
      old.innerHTML = fresh.innerHTML;
    }
  }
}

function listen() {
  source = new EventSource(place.dataset.live);
  source.onmessage = (event) => {
    heard = Date.now();
    place.classList.remove("cn-stale");
    if (JSON.parse(event.data).kind !== "heartbeat") {
      draw().catch(() => {});
    }
  };
}

if (place && live) {
  listen();

  // A browser opens six connections to a host: a tab that nobody sees gives its own back.
  document.addEventListener("visibilitychange", () => {
    source?.close();
    if (!document.hidden) {
      draw().catch(() => {});
      listen();
    }
  });

  setInterval(() => {
    if (!document.hidden && Date.now() - heard > 20000) {
      place.classList.add("cn-stale");
      draw().then(() => { heard = Date.now(); place.classList.remove("cn-stale"); }).catch(() => {});
    }
  }, 10000);
}
