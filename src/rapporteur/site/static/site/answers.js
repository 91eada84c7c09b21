// The form of a section: each answer is saved as it is typed, and says where it is: here, in this browser, or saved.
// Without this script the form is sent as a whole. See outbox.js for what waits to be sent.
"use strict";
import { Outbox } from "./outbox.js";

const form = document.querySelector("form.section[data-save]");
const told = form.dataset;
const link = document.querySelector("[data-link]");
const PAUSE = 900, LONGEST_WAIT = 8000, EVERY = 20000, LONGEST = 60000;
const box = `${told.code}:${told.person}`;
const typing = new Map(); // by question: the timer, and since when it runs
const channel = "BroadcastChannel" in window ? new BroadcastChannel(`rapporteur:${box}`) : null;
let outbox, failures = 0, state = "", timer = 0, asking = 0, isSending = false, again = false, isClosed = false;

const block = (question) => document.getElementById(`q-${question}`);
const questionOf = (element) => element.closest("[data-question]");
const version = (question) => form.elements[`v.${question}`];
const clock = (at) => new Date(at).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
const cookie = () => (document.cookie.match(/(?:^|; )csrftoken=([^;]+)/) ?? ["", ""])[1];

// --- reading and writing the fields of a question ---------------------------------------------------------------------

function fieldsOf(place) {
  return [...place.querySelectorAll("input, textarea, select")].filter((one) => one.name.startsWith("a."));
}

function rowsOf(place) {
  return [...place.querySelectorAll("[data-row]")].map((row) =>
    Object.fromEntries(fieldsOf(row).map((one) => [one.name.split(".").at(-1), one.value])));
}

function valueOf(place) {
  const fields = fieldsOf(place);
  switch (place.dataset.kind) {
    case "choice": return fields.find((one) => one.checked)?.value ?? "";
    case "choices": case "attachment": return fields.filter((one) => one.checked).map((one) => one.value);
    case "legislation": case "table": return rowsOf(place).filter((row) => Object.values(row).some((cell) => cell.trim()));
    default: return fields[0].value;
  }
}

function languageOf(place) {
  return place.querySelector("select[name^='l.']")?.value ?? (place.dataset.language || told.language);
}

function fill(place, said) {
  const fields = fieldsOf(place);
  const { kind } = place.dataset;
  if (kind === "choice") for (const one of fields) one.checked = one.value === (said.value ?? "");
  else if (kind === "choices" || kind === "attachment") for (const one of fields) one.checked = (said.value ?? []).includes(one.value);
  else if (kind === "legislation" || kind === "table") {
    const rows = said.value ?? [];
    while (place.querySelectorAll("[data-row]").length <= rows.length) moreRows(place);
    place.querySelectorAll("[data-row]").forEach((row, at) => {
      for (const one of fieldsOf(row)) one.value = rows[at]?.[one.name.split(".").at(-1)] ?? "";
    });
  } else fields[0].value = said.value ?? "";
  const language = place.querySelector("select[name^='l.']");
  if (language) language.value = said.language;
}

function moreRows(place) {
  const rows = place.querySelectorAll("[data-row]");
  const fresh = rows[rows.length - 1].cloneNode(true);
  for (const one of fieldsOf(fresh)) {
    one.name = one.name.replace(/\.\d+\.([^.]+)$/, `.${rows.length}.$1`);
    one.value = "";
  }
  rows[0].parentElement.append(fresh);
  return fresh;
}

// --- saying where things are ------------------------------------------------------------------------------------------

function say(question, text, where) {
  const line = block(question)?.querySelector("[data-kept]");
  if (!line) return;
  line.textContent = text;
  line.dataset.kept = where;
}

function fault(question, text) {
  const place = block(question);
  if (!place) return;
  const line = place.querySelector("[data-fault]");
  line.textContent = text;
  line.hidden = !text;
  place.classList.toggle("wrong", Boolean(text));
}

function sayLink(next) {
  state = next;
  return sayWaiting();
}

async function sayWaiting() {
  const waiting = new Set((await outbox.all()).map((one) => one.question)).size;
  const lines = [];
  if (state === "down") lines.push(told.linkDown);
  if (state === "out") lines.push(told.linkOut);
  if (state === "closed") lines.push(told.linkClosed);
  if (waiting && state) lines.push(told.linkWaiting.replace("{count}", waiting));
  const text = lines.join(" ");
  if (link.dataset.said !== text) {
    link.dataset.said = text;
    link.textContent = text;
    if (state === "out") {
      const way = Object.assign(document.createElement("a"), { href: told.signIn, target: "_blank", textContent: told.linkIn });
      link.append(" ", way);
    }
  }
  link.hidden = !text;
}

function show(shown) {
  if (!shown) return;
  const on = new Set(shown);
  for (const place of form.querySelectorAll("[data-question]")) place.hidden = !on.has(place.dataset.question);
}

function sayPart(part) {
  const line = document.querySelector("[data-part]");
  line.querySelector("progress").value = part.per_cent;
  line.querySelector("span").textContent = told.answered.replace("{answered}", part.answered).replace("{shown}", part.shown);
  const missing = line.querySelector(".missing");
  if (missing) missing.hidden = true;
}

// --- typing -----------------------------------------------------------------------------------------------------------

const said = (question) => ({
  question,
  value: valueOf(block(question)),
  language: languageOf(block(question)),
  based_on: Number(version(question).value),
  save: told.save,
  typed_at: Date.now(),
});

function typed(event) {
  const place = questionOf(event.target);
  if (!place || event.target.type === "file") return;
  const { question } = place.dataset;
  const before = typing.get(question);
  if (before) clearTimeout(before.timer);
  const since = before?.since ?? Date.now();
  const isText = event.type === "input" && /^(text|url|textarea|date)$/.test(event.target.type);
  const wait = isText ? Math.min(PAUSE, Math.max(0, since + LONGEST_WAIT - Date.now())) : 0;
  typing.set(question, { since, timer: setTimeout(() => settle(question), wait) });
  outbox.keepAtOnce([...typing.keys()].map(said));
  say(question, told.saidTyping, "here");
}

async function settle(question) {
  const pending = typing.get(question);
  if (!pending) return;
  clearTimeout(pending.timer);
  typing.delete(question);
  fault(question, "");
  const one = await outbox.keep(said(question));
  outbox.keepAtOnce([...typing.keys()].map(said));
  say(question, told.saidBrowser.replace("{time}", clock(one.typed_at)), "browser");
  await send();
}

// --- sending ----------------------------------------------------------------------------------------------------------

async function send() {
  if (isSending) { again = true; return; }
  isSending = true;
  clearTimeout(timer);
  try {
    do {
      again = false;
      // One tab of this browser sends at a time, so that all arrives in the order in which it was typed.
      if (navigator.locks) await navigator.locks.request(`rapporteur:${box}`, sendAll);
      else await sendAll();
    } while (again);
  } finally {
    isSending = false;
  }
  await sayWaiting();
  if (failures) timer = setTimeout(send, Math.min(LONGEST, 1000 * 2 ** Math.min(failures, 6)));
}

async function sendAll() {
  for (;;) {
    const one = await outbox.take();
    if (!one || !(await sendOne(one))) return;
  }
}

async function sendOne(one) {
  if (!typing.has(one.question)) say(one.question, told.saidSending, "browser");
  const based = outbox.latestOwn(one.question, one.based_on);
  const { question, value, language, client, sequence } = one;
  const body = JSON.stringify({ question, value, language, based_on: based, client, sequence, person: told.person });
  let answer, plain;
  try {
    answer = await fetch(one.save, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": cookie() },
      body,
      keepalive: body.length < 20000, // arrives although the page is left meanwhile; browsers bound what they carry so
      signal: AbortSignal.timeout ? AbortSignal.timeout(30000) : undefined,
    });
    plain = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : {};
  } catch {
    return notSent(one, "down");
  }
  if (answer.status === 401) return notSent(one, "out");
  if (answer.status === 403) {
    // The cookie that proves where a form comes from was renewed, as at each sign-in; asking for news brings the new one.
    await fetch(told.now, { cache: "no-store" }).catch(() => {});
    return notSent(one, "down");
  }
  if (answer.status >= 500 || answer.status === 429) return notSent(one, "down");
  failures = 0;
  if (state !== "closed") await sayLink("");
  await received(one, based, answer.status, plain);
  return true;
}

async function notSent(one, why) {
  failures += 1;
  if (!typing.has(one.question)) say(one.question, told.saidBrowser.replace("{time}", clock(one.typed_at)), "browser");
  await sayLink(why);
  return false;
}

async function received(one, based, status, plain) {
  const { question } = one;
  if (status === 200) {
    await outbox.drop(one);
    if (plain.outcome === "saved" && plain.number > based) outbox.wrote(question, based, plain.number);
    arrived(question, plain);
    channel?.postMessage({ question, number: plain.number, value: one.value, language: one.language, at: plain.at });
  } else if (status === 409) {
    await outbox.drop(one);
    met(question, plain);
  } else {
    const text = plain.told ?? (status === 404 ? told.linkClosed : told.saidUnfit);
    await outbox.mark(one, { fault: text });
    fault(question, text);
    say(question, told.saidUnfit, "browser");
    if (status === 404 || status === 423) { isClosed = true; await sayLink("closed"); }
  }
}

function arrived(question, plain) {
  show(plain.shown);
  sayPart(plain.part);
  if (!block(question)) return;
  version(question).value = plain.number;
  fault(question, "");
  if (!typing.has(question)) say(question, told.saidSaved.replace("{time}", clock(plain.at)), "server");
}

function met(question, plain) {
  show(plain.shown);
  sayPart(plain.part);
  const place = block(question);
  if (!place) return;
  const both = new DOMParser().parseFromString(plain.both, "text/html").querySelector(".both");
  place.querySelector("[data-both]").replaceChildren(both);
  // The answer that stands is somebody else's: until a text is chosen, this field neither hides it nor overwrites it.
  place.classList.add("waits");
  for (const one of fieldsOf(place)) one.disabled = true;
  version(question).disabled = true;
  say(question, told.saidBoth, "both");
}

// --- what others do ---------------------------------------------------------------------------------------------------

async function ask() {
  clearTimeout(asking);
  let pause = document.hidden ? 3 * EVERY : EVERY;
  try {
    const answer = await fetch(told.now, { cache: "no-store" });
    if (answer.status === 401) await sayLink("out");
    else if (answer.ok) await news(await answer.json());
  } catch {
    await sayLink("down");
    pause = Math.min(LONGEST, pause * 2);
  }
  clearTimeout(asking);
  asking = setTimeout(ask, pause);
}

async function news(plain) {
  if (plain.person !== told.person) { await sayLink("out"); return; }
  if (!plain.is_open) { isClosed = true; await sayLink("closed"); } else if (state !== "closed") await sayLink("");
  const line = document.querySelector("[data-here-line]");
  line.hidden = !plain.here.length;
  line.querySelector("[data-here]").textContent = plain.here.join(", ");
  const waiting = await outbox.all();
  if (waiting.some((one) => !one.fault)) { failures = 0; await send(); return; }
  show(plain.shown);
  sayPart(plain.part);
  const clean = (question) => !typing.has(question) && !waiting.some((one) => one.question === question);
  const changed = Object.entries(plain.numbers).filter(([question, number]) =>
    block(question) && !version(question).disabled && clean(question) && number > Number(version(question).value));
  if (changed.length) await renew(changed.map(([question]) => question), clean);
}

async function renew(questions, clean) {
  const answer = await fetch(location.pathname, { cache: "no-store" });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const question of questions) {
    const place = block(question), by = fresh.getElementById(`q-${question}`);
    if (!by || !clean(question)) continue;
    // Nobody's field changes under his hands.
    if (place.contains(document.activeElement)) say(question, told.saidOther, "other");
    else { by.hidden = place.hidden; place.replaceWith(document.adoptNode(by)); }
  }
}

channel?.addEventListener("message", (event) => {
  const { question, number, at } = event.data;
  const place = block(question);
  if (!place || version(question).disabled || number <= Number(version(question).value)) return;
  if (typing.has(question)) return;
  fill(place, event.data);
  version(question).value = number;
  say(question, told.saidSaved.replace("{time}", clock(at)), "server");
});

// --- the page ---------------------------------------------------------------------------------------------------------

async function submitted(event) {
  const button = event.submitter;
  if (button?.matches("[data-more]")) {
    event.preventDefault();
    moreRows(questionOf(button)).querySelector("input").focus();
    return;
  }
  event.preventDefault();
  await Promise.all([...typing.keys()].map(settle));
  failures = 0;
  await send();
  if (state) return; // what cannot be sent stays here, and so does the page
  form.removeEventListener("submit", submitted);
  form.requestSubmit(button);
}

async function begin() {
  outbox = await Outbox.open(box);
  for (const one of await outbox.all()) {
    // What was refused may be taken by now: answers are reopened, sections given again.
    if (one.fault) await outbox.mark(one, { fault: "" });
    const place = block(one.question);
    if (!place) continue;
    fill(place, one);
    version(one.question).value = one.based_on;
    say(one.question, told.saidBrowser.replace("{time}", clock(one.typed_at)), "browser");
  }
  form.addEventListener("input", typed);
  form.addEventListener("change", typed);
  form.addEventListener("focusout", (event) => {
    const place = questionOf(event.target);
    if (place && typing.has(place.dataset.question)) settle(place.dataset.question);
    // What somebody else changed while the reader was at the question is shown now that he leaves it.
    else if (place?.querySelector("[data-kept=other]") && !place.contains(event.relatedTarget)) setTimeout(ask);
  });
  form.addEventListener("submit", submitted);
  addEventListener("pagehide", () => { for (const question of [...typing.keys()]) settle(question); });
  addEventListener("pageshow", (event) => { if (event.persisted) send(); });
  addEventListener("online", () => { failures = 0; send(); });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) for (const question of [...typing.keys()]) settle(question);
    else { failures = 0; send().then(ask); }
  });
  form.dataset.ready = "";
  await send();
  asking = setTimeout(ask, EVERY);
}

begin();
