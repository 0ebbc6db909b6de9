// Rings on the desk when a number in `data-alert` rises. Silent until somebody presses the button `data-sound`.
(() => {
  "use strict";
  const button = document.querySelector("[data-sound]");
  if (!button || !window.AudioContext || button.dataset.ready) return;
  button.dataset.ready = "1"; // a page may name this script twice
  const KEEP = "sebaya-sound";
  const words = button.querySelector("span") || document.createElement("span");
  const off = words.textContent;
  let audio;
  let last = count();

  function count() {
    return [...document.querySelectorAll("[data-alert]")].reduce((sum, part) => sum + Number(part.dataset.alert || 0), 0);
  }

  function ring() {
    if (!audio || audio.state !== "running") return;
    [660, 880].forEach((pitch, n) => {
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      const start = audio.currentTime + n * 0.22;
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(0.0001, start);
      volume.gain.exponentialRampToValueAtTime(0.25, start + 0.03);
      volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.2);
      tone.connect(volume).connect(audio.destination);
      tone.start(start);
      tone.stop(start + 0.21);
    });
  }

  function show(on) {
    button.setAttribute("aria-pressed", String(on));
    words.textContent = on ? button.dataset.on || off : off;
    document.documentElement.toggleAttribute("data-rings", on);
  }

  async function start() {
    audio = audio || new AudioContext();
    await audio.resume();
    show(audio.state === "running");
  }

  button.hidden = false;
  button.addEventListener("click", async () => {
    if (button.getAttribute("aria-pressed") === "true") {
      sessionStorage.removeItem(KEEP);
      await audio.suspend();
      show(false);
      return;
    }
    sessionStorage.setItem(KEEP, "1");
    await start();
    ring();
  });
  if (sessionStorage.getItem(KEEP)) addEventListener("pointerdown", start, { once: true });
  document.addEventListener("renewed", () => {
    const now = count();
    if (now > last) ring();
    last = now;
  });
})();
