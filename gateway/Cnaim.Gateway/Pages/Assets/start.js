// Keeps the start page fresh; without this script the page shows the state of when it was loaded.
const words = JSON.parse(document.getElementById("words").textContent);
const summary = document.getElementById("summary");
const checked = document.getElementById("checked");
const lost = document.getElementById("lost");

function setText(element, text) {
  if (element.textContent !== text) {
    element.textContent = text; // unchanged text is not announced again
  }
}

function show(state) {
  setText(summary, words.summary.replace("{0}", state.running).replace("{1}", state.total));
  checked.dateTime = state.checkedAt;
  checked.textContent = new Date(state.checkedAt).toLocaleTimeString(words.language);
  for (const service of state.services) {
    const item = document.getElementById("service-" + service.code);
    if (item) {
      item.dataset.state = service.state;
      setText(item.querySelector(".state"), words.states[service.state]);
    }
  }
}

async function refresh() {
  try {
    const answer = await fetch("/network-state", { headers: { accept: "application/json" } });
    if (answer.ok) {
      show(await answer.json());
    }
    lost.hidden = answer.ok;
  } catch {
    lost.hidden = false;
  }
}

setInterval(() => document.hidden || refresh(), 2000);
document.addEventListener("visibilitychange", () => document.hidden || refresh());
