// A short chime for each new call, and its number spoken where the screen has a Portuguese voice; browsers are silent until somebody presses.
const calls = document.getElementById("live");
const button = document.getElementById("sound");
const told = document.getElementById("sound-on");
let audio;
let heard = 0;

// The number of each call grows: one that was taken back makes the last one older, and is no news.
function fresh() {
  const all = [...calls.querySelectorAll("[data-call]")].filter((call) => Number(call.dataset.call) > heard).reverse();
  heard = Math.max(heard, ...all.map((call) => Number(call.dataset.call)));
  return all;
}

function chime() {
  [880, 660].forEach((pitch, index) => {
    const [tone, volume, from] = [audio.createOscillator(), audio.createGain(), audio.currentTime + index * 0.35];
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0.4, from);
    volume.gain.exponentialRampToValueAtTime(0.001, from + 0.6);
    tone.connect(volume).connect(audio.destination);
    tone.start(from);
    tone.stop(from + 0.6);
  });
}

function speak(call) {
  const voices = window.speechSynthesis?.getVoices() ?? [];
  const voice = voices.find(({ lang }) => /^pt[-_]PT$/i.test(lang)) ?? voices.find(({ lang }) => /^pt\b/i.test(lang));
  if (voice) {
    const words = new SpeechSynthesisUtterance(call.dataset.say);
    [words.voice, words.lang] = [voice, voice.lang];
    window.speechSynthesis.speak(words);
  }
}

if (calls && button && window.AudioContext) {
  button.hidden = false;
  fresh();
  button.addEventListener("click", () => {
    audio = new AudioContext();
    chime();
    [button.hidden, told.hidden] = [true, false];
    told.focus();
  }, { once: true });
  new MutationObserver(() => {
    const added = fresh();
    if (audio && added.length > 0) {
      chime();
      added.forEach(speak);
    }
  }).observe(calls, { childList: true });
}
