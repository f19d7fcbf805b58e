// The core on this phone: the same rules as the clinic's server, compiled from the same source. With the
// bundle that the server sends it says how the episode stands and how urgent an answer is, with no network.
// Where it cannot be loaded, the pages show what the clinic last told, and decide nothing by themselves.
import { say } from './say.js';
import { LEVELS } from './words.js';

// Made by another compiler, so it is no part of the one file that all modules here become.
const CORE = './core.mjs';

let core = null;
let reason = 'nothing was received yet';

/** Whether the core runs with a bundle. */
export const runs = () => core !== null;

/** Why it does not run, for a person who looks for the cause; empty when it does. */
export const whyNot = () => reason;

/** Starts the core anew with a bundle, then tells it the events that the bundle does not have. */
export async function startEngine(bundle, entries) {
  try {
    const module = await import(CORE);
    reason = module.load(bundle);
    core = reason === '' ? module : null;
    for (const entry of entries) decide(entry.event, entry.savedAt);
  } catch (failure) {
    stop(failure);
  }
}

/** Forgets the bundle: what is decided next is of another patient, or of nobody. */
export function forgetBundle() {
  core = null;
  reason = 'nothing was received yet';
}

// A core that fails is not asked again: half an answer would be worse than the clinic's last one.
function stop(failure) {
  core = null;
  reason = String(failure?.message ?? failure);
}

/** How the episode stands, or null. */
export function view(nowMillis) {
  if (!core) return null;
  try {
    return JSON.parse(core.view(nowMillis));
  } catch (failure) {
    stop(failure);
    return null;
  }
}

/** What the core says of an event: {status, assessment, why}, or null. An accepted one counts from now on. */
export function decide(event, nowMillis) {
  if (!core) return null;
  try {
    return JSON.parse(core.decide(JSON.stringify(event), nowMillis));
  } catch (failure) {
    stop(failure);
    return null;
  }
}

const rank = (level) => (level ? LEVELS.indexOf(level) : -1);

/** The worse of two assessments, either of which may be missing. */
export function worse(one, other) {
  if (!one || !other) return one ?? other ?? null;
  return rank(other.level) > rank(one.level) ? other : one;
}

/** Whether a finding weighs more than another one; null weighs nothing. */
export const weighsMore = (one, other) => rank(one?.level) > rank(other?.level);

// What neither time nor an own answer takes away: if the clinic said so last, it stands until it says otherwise.
const STANDS = ['held', 'suspended', 'stopped', 'not-ordered', 'expired'];
const REST_MS = 2 * 3600000;

/**
 * What is shown: the core's view, never milder than the clinic's last word. `newer` says that the clinic's
 * word is newer than the bundle; `sessions` are the massages that were begun on this phone.
 */
export function merged({ told, own, newer, sessions, now }) {
  const theirs = weighsMore(told.status, own.status) || (newer && !weighsMore(own.status, told.status));
  const massage = shownMassage(told, own, sessions, now);
  return { ...own, status: theirs ? told.status : own.status, today: { ...own.today, massage } };
}

function shownMassage(told, own, sessions, now) {
  const mine = own.today.massage;
  if (mine.state !== 'open') return mine;
  const theirs = told.today.massage;
  if (theirs.state !== 'open' && STANDS.includes(theirs.reason)) return theirs;
  const last = sessions.find((each) => each.occurrence === mine.occurrence || now - each.at < REST_MS);
  if (!last) return mine;
  return { ...mine, state: 'refused', reason: 'too-soon', opens: null, why: say('refusal.short-while') };
}
