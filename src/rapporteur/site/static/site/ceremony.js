// Follows the room: asks every few seconds whether anything is new, shows it, and says it to screen readers.
// Without this script the page is the same and has a link to refresh it.
"use strict";
(() => {
  const room = document.getElementById("room");
  const said = document.getElementById("said");
  const EVERY = 2000, HIDDEN = 15000, LONGEST = 30000;
  let failures = 0;

  const step = () => room.querySelector(".step");

  async function ask() {
    try {
      const mark = step() ? step().dataset.mark : "";
      const answer = await fetch(`${room.dataset.now}?mark=${encodeURIComponent(mark)}`, { cache: "no-store" });
      failures = answer.ok ? 0 : failures + 1;
      if (answer.status === 200) show(await answer.text());
    } catch {
      failures += 1;
    }
    const pause = document.hidden ? HIDDEN : EVERY;
    setTimeout(ask, Math.min(LONGEST, pause * 2 ** Math.min(failures, 4)));
  }

  function show(text) {
    const fresh = new DOMParser().parseFromString(text, "text/html").querySelector(".step");
    if (!fresh) return;
    const acts = (mark) => mark.split(".")[0];
    const isFurther = !step() || acts(step().dataset.mark) !== acts(fresh.dataset.mark);
    const open = room.querySelectorAll("details[open]").length > 0 && !isFurther;
    if (open) return;
    room.replaceChildren(fresh);
    if (said) said.textContent = fresh.dataset.said.trim();
    document.querySelectorAll("[data-when-further]").forEach((notice) => { notice.hidden = !isFurther; });
  }

  function go(selector) {
    const link = document.querySelector(selector);
    if (link) link.click();
  }

  const isTyping = (target) => target.closest("input, select, textarea, button, summary, a, [contenteditable]") !== null;

  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !document.body.classList.contains("ceremony")) return;
    const fromRight = document.documentElement.dir === "rtl";
    const before = fromRight ? "ArrowRight" : "ArrowLeft", after = fromRight ? "ArrowLeft" : "ArrowRight";
    if (event.key === before || event.key === "PageUp") go("a[rel=prev]");
    else if (event.key === after || event.key === "PageDown") go("a[rel=next]");
    else if (event.key === "End") go("a.live");
    else if (event.key.toLowerCase() === "a" && !isTyping(event.target)) go("a.everything");
    else return;
    event.preventDefault();
  });

  if (room && "follows" in room.dataset) setTimeout(ask, EVERY);
})();
