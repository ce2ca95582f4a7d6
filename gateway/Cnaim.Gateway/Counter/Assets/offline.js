// Without a connection a form stays on the screen, and goes when the connection is back.
const banner = document.getElementById("offline");
let waiting;

function lost() {
  if (banner.hidden) {
    document.getElementById("offline-since").textContent = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    banner.hidden = false;
  }
}

addEventListener("offline", lost);
addEventListener("online", () => {
  banner.hidden = true;
  waiting?.form.requestSubmit(waiting.by);
  waiting = undefined;
});
document.addEventListener("submit", (event) => {
  if (!navigator.onLine) {
    event.preventDefault();
    waiting = { form: event.target, by: event.submitter };
    lost();
  }
}, true);
