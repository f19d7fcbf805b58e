// The link to the clinic: what it last told us, what we have not yet been able to tell it.
// Nothing is called saved before the clinic's server has said so.
import { read, write, drop } from './kept.js';
import { now, setClock } from './time.js';

const WAIT_MS = 12000;

export const link = { episode: null, token: null, view: null, receivedAt: 0, downSince: null, serverSilent: false, refused: null };

const listeners = [];

export function onChange(listener) {
  listeners.push(listener);
}

function changed() {
  for (const listener of listeners) listener();
}

const key = (name) => `${link.episode}.${name}`;
export const keepForEpisode = (name, value) => write(key(name), value);
export const keptForEpisode = (name) => read(key(name));
export const dropForEpisode = (name) => drop(key(name));

/** Takes the link from the address (and removes it there), or the one kept on this phone. */
export function open() {
  const fragment = location.hash.slice(1);
  const dot = fragment.indexOf('.');
  if (dot > 0 && !fragment.startsWith('/')) {
    write('link', { episode: fragment.slice(0, dot), token: fragment.slice(dot + 1) });
    history.replaceState(null, '', '#/today');
  }
  const kept = read('link');
  if (!kept) return false;
  link.episode = kept.episode;
  link.token = kept.token;
  const last = keptForEpisode('view');
  if (last) take(last.view, last.receivedAt);
  return true;
}

function take(view, receivedAt) {
  link.view = view;
  link.receivedAt = receivedAt;
  setClock(view.patient.zone, view.now, receivedAt);
}

/** Hours since the treatment, now. */
export function hoursNow() {
  return link.view.hours + Math.max(0, Date.now() - link.receivedAt) / 3600000;
}

async function call(path, options) {
  const response = await fetch(`/api/episodes/${encodeURIComponent(link.episode)}${path}`, {
    ...options,
    cache: 'no-store',
    headers: { 'Authorization': `Bearer ${link.token}`, 'Accept': 'application/json', ...options?.headers },
    signal: AbortSignal.timeout(WAIT_MS),
  });
  if (response.status >= 500 || response.status === 429) throw new ServerSilent(`the clinic's server answered ${response.status}`);
  return response;
}

function cannotReach(failure) {
  link.downSince ??= Date.now();
  link.serverSilent = failure instanceof ServerSilent;
}

/** The network works but the clinic's server does not. */
class ServerSilent extends Error {}

/** Asks the clinic for the newest view. */
export async function refresh() {
  try {
    const response = await call('', {});
    link.refused = response.ok ? null : response.status;
    if (response.ok) {
      const receivedAt = Date.now();
      const view = await response.json();
      take(view, receivedAt);
      keepForEpisode('view', { view, receivedAt });
    }
    link.downSince = null;
  } catch (failure) {
    cannotReach(failure);
  }
  changed();
}

/** The answers that the clinic does not have yet, oldest first. */
export function waiting() {
  return keptForEpisode('queue') ?? [];
}

let sending = Promise.resolve();

/**
 * Queues an event and tries to send everything that waits. Answers what became of this one:
 * {outcome: accepted | duplicate | refused | waiting, assessment, why}.
 */
export async function send(event) {
  keepForEpisode('queue', [...waiting(), event]);
  const results = await flush();
  return results.get(event.id) ?? { outcome: 'waiting' };
}

/** Tries to send what waits, in order, one at a time; the same UUID each time, so that twice is once. */
export function flush() {
  sending = sending.then(sendAll, sendAll);
  return sending;
}

async function sendAll() {
  const results = new Map();
  for (const event of waiting()) {
    const result = await sendOne(event);
    if (!result) break;
    results.set(event.id, result);
    keepForEpisode('queue', waiting().filter((other) => other.id !== event.id));
    keepLateResult(event, result);
  }
  if (results.size > 0) await refresh();
  else changed();
  return results;
}

async function sendOne(event) {
  try {
    const response = await call('/events', {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify([event]),
    });
    const body = await response.json();
    link.downSince = null;
    if (!response.ok) return { outcome: 'refused', why: body.detail ?? body.title ?? `The clinic's server answered ${response.status}.` };
    const row = body.find((each) => each.id === event.id);
    if (!row) throw new ServerSilent(`no answer for event ${event.id}`);
    return { outcome: row.status, assessment: row.assessment, why: row.why };
  } catch (failure) {
    cannotReach(failure);
    return null;
  }
}

// An answer that was shown as not sent must be shown as sent when it later goes through.
function keepLateResult(event, result) {
  const last = keptForEpisode('last');
  if (last?.id === event.id) {
    keepForEpisode('last', { ...last, outcome: result.outcome, why: result.why ?? null, level: result.assessment?.level ?? null, sentAt: new Date(now()).toISOString() });
  }
}

/** A new event, with an id that is made here and never changes. */
export function newEvent(type, content) {
  return { id: crypto.randomUUID(), type, at: new Date().toISOString(), ...content };
}
