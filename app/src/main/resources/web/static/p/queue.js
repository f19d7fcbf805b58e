// The events of this phone that the clinic may not have yet, oldest first. An event stays here, under the
// same id, until what the clinic last told contains it: killed at any moment, the phone neither loses nor
// forgets it. An entry is {episode, event, savedAt, seq}; seq is the clinic's number once it has answered.
import { askAlso, dropOld, keepsNothing, oldTexts, onOtherTab, read, settled, tell, theVault, write } from './kept.js';

let entries = [];
let unreadable = 0;
let turn = Promise.resolve();

askAlso(() => entries.some((entry) => entry.place === null));
onOtherTab((name) => { if (name === null) reloadQueue(); });

/** Every entry of an episode, also those that the clinic has answered. */
export const entriesOf = (episode) => entries.filter((entry) => entry.episode === episode);

/** The entries that the clinic has not answered. */
export const unanswered = (episode) => entriesOf(episode).filter((entry) => entry.seq === null);

/** How many entries cannot be read any more; they are left where they are. */
export const unreadableEntries = () => unreadable;

// One change after the other: a look at the safe never brings back what is just being taken away.
function inTurn(work) {
  const result = turn.then(work);
  turn = result.catch(() => {});
  return result;
}

// Memory holds what the safe does not take. What cannot be taken away is sent again, under the same id.
async function tried(work) {
  try {
    await work(theVault());
  } catch {
    // See above; the pages ask keepsNothing().
  }
}

/** Reads the queue anew: another tab may have added to it or sent from it. */
export function reloadQueue() {
  return inTurn(() => (theVault() ? tried(readAnew) : null));
}

async function readAnew(vault) {
  const found = await vault.queue();
  const known = found.filter(({ text }) => text !== null).map(({ place, text }) => ({ ...JSON.parse(text), place }));
  unreadable = found.length - known.length;
  const ids = new Set(known.map((entry) => entry.event.id));
  entries = [...known, ...entries.filter((entry) => entry.place === null && !ids.has(entry.event.id))];
  await writeHeld(vault);
}

// What only memory holds goes down first, or a later event would come before an earlier one.
async function writeHeld(vault) {
  for (const entry of entries.filter((each) => each.place === null)) {
    entry.place = await vault.enqueue(textOf(entry));
    tell(null);
  }
}

const textOf = ({ episode, event, savedAt, seq }) => JSON.stringify({ episode, event, savedAt, seq });

/** Adds an event; done when it is on the disk, or when the phone has refused to keep it. */
export function enqueue(episode, event, savedAt) {
  entries.push({ episode, event, savedAt, seq: null, place: null });
  return inTurn(() => (theVault() ? tried(writeHeld) : null));
}

/** Notes that the clinic has an event, under its number. */
export function answeredAs(id, seq) {
  return inTurn(async () => {
    const entry = entries.find((each) => each.event.id === id);
    if (!entry) return;
    entry.seq = seq;
    if (entry.place !== null) await tried((vault) => vault.requeue(entry.place, textOf(entry)));
    tell(null);
  });
}

/** Takes an event away: it was refused, or it is never to be sent. */
export function unqueue(id) {
  return inTurn(async () => {
    const gone = entries.filter((each) => each.event.id === id);
    entries = entries.filter((each) => each.event.id !== id);
    for (const { place } of gone) if (place !== null) await tried((vault) => vault.unqueue(place));
    tell(null);
  });
}

/** Takes away what the clinic has told back, up to its number. */
export async function unqueueThrough(episode, seq) {
  for (const entry of entriesOf(episode)) if (entry.seq !== null && entry.seq <= seq) await unqueue(entry.event.id);
}

/** Reads the queue for the first time, and moves over what an earlier version kept in the clear. */
export async function openQueue() {
  await reloadQueue();
  const old = oldTexts();
  for (const [name, text] of old) {
    const value = parsed(text);
    if (name.endsWith('.queue')) await moveQueue(name.slice(0, -'.queue'.length), value ?? []);
    else if (value !== null && read(name) === null) write(name, value);
  }
  await settled();
  // Only what is safely kept is deleted there.
  if (!keepsNothing()) for (const [name] of old) dropOld(name);
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function moveQueue(episode, events) {
  for (const event of events) {
    const known = entries.some((entry) => entry.event.id === event.id);
    if (!known) await enqueue(episode, event, Date.parse(event.at));
  }
}
