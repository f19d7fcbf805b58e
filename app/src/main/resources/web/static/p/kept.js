// What this phone keeps: the link, what the clinic last said, half-filled forms, a running session, and the
// queue of events. Read from memory, written through to the safe (vault.js). Where there is no safe, or it
// is full, memory alone holds it, and the pages say so.
import { destroyVault, openVault } from './vault.js';

const OLD = 'vermilion.';

const memory = new Map();
const unwritten = new Set();
const failed = new Set();
const listeners = [];
let vault = null;
let other = null;
let writing = null;
let heldInMemory = () => false;

/** Whether closing the page would lose something, because the phone does not let us keep it. */
export function keepsNothing() {
  return vault === null || failed.size > 0 || heldInMemory();
}

/** The safe, for the queue; null where there is none. */
export const theVault = () => vault;

/** Lets the queue say that it could not write something down. */
export function askAlso(holdsInMemory) {
  heldInMemory = holdsInMemory;
}

/** Hears that another tab of this browser changed something; null names the queue. */
export function onOtherTab(listener) {
  listeners.push(listener);
}

/** Opens what is kept. To be called once, before anything is read. */
export async function openKept() {
  vault = await openVault();
  if (vault) for (const [name, text] of await vault.texts()) memory.set(name, text);
  other = globalThis.BroadcastChannel ? new BroadcastChannel('vermilion') : null;
  if (other) other.onmessage = (message) => hear(message.data);
}

/** What an earlier version kept in the clear, as [name, text]; it is read once and then taken away. */
export function oldTexts() {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(OLD));
    return names.map((name) => [name.slice(OLD.length), localStorage.getItem(name)]);
  } catch {
    return [];
  }
}

/** Takes the text of an earlier version away, once it is in the safe. */
export function dropOld(name) {
  localStorage.removeItem(OLD + name);
}

export function read(name) {
  const text = memory.get(name);
  return text === undefined ? null : JSON.parse(text);
}

export function write(name, value) {
  memory.set(name, JSON.stringify(value));
  writeThrough(name);
}

export function drop(name) {
  memory.delete(name);
  writeThrough(name);
}

/** Waits until everything is written down, or was refused. */
export async function settled() {
  while (writing) await writing;
}

/** Tries once more what the phone refused; space may have come free. */
export function tryAgain() {
  for (const name of failed) unwritten.add(name);
  if (unwritten.size > 0) startWriting();
}

function writeThrough(name) {
  unwritten.add(name);
  startWriting();
}

function startWriting() {
  if (!vault || writing) return;
  document.documentElement.dataset.keeping = 'now';
  writing = writeAll().finally(() => {
    writing = null;
    delete document.documentElement.dataset.keeping;
    if (unwritten.size > 0) startWriting();
  });
}

async function writeAll() {
  while (unwritten.size > 0) {
    const [name] = unwritten;
    unwritten.delete(name);
    try {
      await vault.keep(name, memory.get(name) ?? null);
      failed.delete(name);
      tell(name);
    } catch {
      failed.add(name);
    }
  }
}

/** Tells the other tabs what changed. */
export function tell(name) {
  other?.postMessage({ name });
}

async function hear({ name, gone }) {
  if (gone) {
    memory.clear();
    location.replace('/p/');
    return;
  }
  if (name !== null && !unwritten.has(name) && vault) {
    const text = await vault.text(name);
    if (unwritten.has(name)) return;
    if (text === null) memory.delete(name);
    else memory.set(name, text);
  }
  for (const listener of listeners) listener(name);
}

/** Forgets everything but these, which are kept anew under a new key. */
export async function forgetAllBut(kept) {
  await forgetAll();
  vault = await openVault();
  for (const [name, value] of Object.entries(kept)) if (value !== null) write(name, value);
  await settled();
}

/** Forgets everything on this phone: the key first of all, so that what a disk still holds is noise. */
export async function forgetAll() {
  await settled();
  memory.clear();
  failed.clear();
  vault?.close();
  vault = null;
  other?.postMessage({ name: null, gone: true });
  await destroyVault();
  try {
    for (const [name] of oldTexts()) localStorage.removeItem(OLD + name);
  } catch {
    // Nothing was kept there then.
  }
}
