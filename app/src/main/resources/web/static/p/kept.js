// What this phone keeps: the link, the last answer of the clinic, half-filled forms, answers not yet sent.
// A browser may refuse to keep anything (private mode, full): then memory holds it, and the pages say so.

const memory = new Map();
let refused = false;

/** Whether the phone refused to keep something, so that closing the page would lose it. */
export function keepsNothing() {
  return refused;
}

export function read(key) {
  if (memory.has(key)) return memory.get(key);
  try {
    const text = localStorage.getItem(`vermilion.${key}`);
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

export function write(key, value) {
  try {
    localStorage.setItem(`vermilion.${key}`, JSON.stringify(value));
    memory.delete(key);
  } catch {
    refused = true;
    memory.set(key, value);
  }
}

export function drop(key) {
  memory.delete(key);
  try {
    localStorage.removeItem(`vermilion.${key}`);
  } catch {
    refused = true;
  }
}
