// What was typed and is not yet with the server, kept in this browser: it survives a reload, a closed tab, a dead link.
// Each thing kept bears a name (client, sequence), under which the server does it once however often it is sent.
"use strict";

const DATABASE = "rapporteur", STORE = "outbox", LATE = "rapporteur-late:", WROTE = "rapporteur-wrote:";

function opened() {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(DATABASE, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: "at", autoIncrement: true });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
    asked.onblocked = () => reject(new Error("blocked"));
  });
}

function read(key, otherwise) {
  try { return JSON.parse(localStorage.getItem(key)) ?? otherwise; } catch { return otherwise; }
}

function write(key, value) {
  try { localStorage.setItem(key, JSON.stringify(value)); return true; } catch { return false; }
}

// One store in two forms: IndexedDB, or a list in localStorage where a browser has none for this page.
class Indexed {
  constructor(database) { this.database = database; }

  ask(mode, work) {
    return new Promise((resolve, reject) => {
      const turn = this.database.transaction(STORE, mode);
      const asked = work(turn.objectStore(STORE));
      turn.oncomplete = () => resolve(asked && asked.result);
      turn.onerror = turn.onabort = () => reject(turn.error);
    });
  }

  async all(box) { return (await this.ask("readonly", (store) => store.getAll())).filter((one) => one.box === box); }
  async add(one) { one.at = await this.ask("readwrite", (store) => store.add(one)); return one; }
  remove(one) { return this.ask("readwrite", (store) => store.delete(one.at)); }

  // Read and write in one turn: another tab may be at the same thing.
  async change(one, work) {
    let made = null;
    await this.ask("readwrite", (store) => {
      store.get(one.at).onsuccess = (event) => {
        made = event.target.result ? work(event.target.result) : null;
        if (made) store.put(made);
      };
    });
    return made;
  }
}

class Listed {
  key(box) { return `rapporteur-outbox:${box}`; }
  async all(box) { return read(this.key(box), []); }
  async add(one) {
    const list = await this.all(one.box);
    one.at = list.reduce((last, each) => Math.max(last, each.at), 0) + 1;
    if (!write(this.key(one.box), [...list, one])) throw new Error("no room in this browser");
    return one;
  }
  async change(one, work) {
    const list = read(this.key(one.box), []);
    const at = list.findIndex((each) => each.at === one.at);
    const made = at < 0 ? null : work(list[at]);
    if (made) write(this.key(one.box), list.map((each, place) => (place === at ? made : each)));
    return made;
  }
  async remove(one) { write(this.key(one.box), (await this.all(one.box)).filter((each) => each.at !== one.at)); }
}

export class Outbox {
  // `box` names an assessment and a person: what one person left here is never sent as another's.
  constructor(box, store) {
    this.box = box;
    this.store = store;
    this.client = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    this.sequence = 0;
    this.turn = Promise.resolve();
  }

  static async open(box) {
    let store = new Listed();
    try { store = new Indexed(await opened()); } catch { /* the list does as well, within its room */ }
    const outbox = new Outbox(box, store);
    await outbox.takeInLate();
    return outbox;
  }

  // One thing after the other, so that what is read is still so when it is written.
  inTurn(work) {
    const done = this.turn.then(work);
    this.turn = done.catch(() => {});
    return done;
  }

  all() { return this.store.all(this.box); }

  // Keep an answer. One of the same question that was never sent, or was refused, is replaced: the last text counts.
  keep(said) {
    return this.inTurn(async () => {
      const waiting = (await this.all()).filter((one) => one.question === said.question && (!one.tried || one.fault));
      const { value, language, typed_at } = said;
      const last = waiting.at(-1);
      const again = last && await this.store.change(last, (one) =>
        (!one.tried || one.fault ? { ...one, value, language, typed_at, tried: false, fault: "" } : null));
      if (again) return again;
      this.sequence += 1;
      return this.store.add({ ...said, box: this.box, client: this.client, sequence: this.sequence, tried: false, fault: "" });
    });
  }

  // Take the first thing that waits; from now on it may have arrived, and is not changed any more.
  take() {
    return this.inTurn(async () => {
      for (const one of await this.all()) {
        const taken = one.fault ? null : await this.store.change(one, (now) => ({ ...now, tried: true }));
        if (taken) return taken;
      }
      return null;
    });
  }

  mark(one, changes) { return this.inTurn(() => this.store.change(one, (now) => ({ ...now, ...changes }))); }
  drop(one) { return this.inTurn(() => this.store.remove(one)); }

  // A page that is closed or dies has no time for the database: each letter goes where writing needs no waiting.
  keepAtOnce(list) {
    const key = `${LATE}${this.box}:${this.client}`;
    if (list.length) write(key, list);
    else localStorage.removeItem(key);
  }

  // Take in what pages that are gone had no time to keep. A page that lives holds a lock in its name.
  async takeInLate() {
    const begins = `${LATE}${this.box}:`;
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(begins));
    const held = navigator.locks ? (await navigator.locks.query()).held.map((lock) => lock.name) : [];
    for (const key of keys.filter((one) => !held.includes(one))) {
      const late = read(key, []);
      localStorage.removeItem(key);
      for (const said of late) await this.keep(said);
    }
    navigator.locks?.request(begins + this.client, () => new Promise(() => {}));
  }

  // Which version this browser made of which: so that its own answers, of whatever tab, are no conflict with each other.
  wrote(question, from, number) {
    const own = read(WROTE + this.box, {});
    own[question] = { ...own[question], [from]: number };
    write(WROTE + this.box, own);
  }

  latestOwn(question, number) {
    const own = read(WROTE + this.box, {})[question] ?? {};
    let found = number;
    while (own[found] > found) found = own[found];
    return found;
  }
}
