// Warns in every tab two minutes before the session ends, and keeps what is typed. The server ends it with or without this script.
const dialog = document.getElementById("idle");
const left = document.getElementById("idle-left");
const signOut = dialog.querySelector("form");
const limit = Number(dialog.dataset.minutes) * 60000;
const warning = 120000;
const tabs = new BroadcastChannel("cnaim-session");
let seen = Date.now();
let typed;
let leaving = false;

function stayed() {
  seen = Date.now();
  dialog.close();
}

async function extend() {
  const answer = await fetch("/stay", { redirect: "manual" });
  if (answer.ok) {
    stayed();
    tabs.postMessage("stay");
  } else {
    await leave();
  }
}

// Where to come back to: this page, or the form as it stands, kept for its owner alone.
async function keep() {
  const here = location.pathname + location.search;
  if (!typed) {
    return here;
  }
  const form = typed.getAttribute("action") ?? here;
  const answer = await fetch("/kept?address=" + encodeURIComponent(form), { method: "POST", body: new URLSearchParams(new FormData(typed)) }).catch(() => undefined);
  return answer?.status === 200 ? answer.text() : here;
}

async function leave() {
  if (leaving) {
    return; // the other tabs answer in kind
  }
  leaving = true;
  clearInterval(timer);
  const back = await keep();
  tabs.postMessage("leave");
  await fetch(signOut.action, { method: "POST", body: new URLSearchParams(new FormData(signOut)), redirect: "manual" }).catch(() => undefined);
  location.assign("/account/sign-in?ended=true&returnTo=" + encodeURIComponent(back));
}

function look() {
  const rest = seen + limit - Date.now();
  if (rest <= 0) {
    leave();
  } else if (rest <= warning) {
    const seconds = Math.ceil(rest / 15000) * 15; // said anew every quarter of a minute
    const text = `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
    if (left.textContent !== text) {
      left.textContent = text;
    }
    if (!dialog.open) {
      dialog.showModal();
    }
  } else if (dialog.open) {
    dialog.close();
  }
}

document.querySelector("main").addEventListener("input", (event) => {
  typed = event.target.form?.method === "post" ? event.target.form : typed;
});
document.getElementById("idle-stay").addEventListener("click", extend);
dialog.addEventListener("cancel", (event) => {
  event.preventDefault();
  extend();
});
document.querySelector("form[data-keep]").addEventListener("submit", async (event) => {
  if (typed) {
    event.preventDefault();
    const form = event.target;
    form.elements.ReturnTo.value = await keep();
    form.submit();
  }
});
tabs.addEventListener("message", (event) => (event.data === "stay" ? stayed() : leave()));
tabs.postMessage("stay");
const timer = setInterval(look, 1000);
