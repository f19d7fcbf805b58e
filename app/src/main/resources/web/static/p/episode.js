// The link to the clinic: what it last told us, what we have not yet been able to tell it, and what the core
// on this phone makes of both. Nothing is called received before the clinic's server has said so.
import { letGoOf, letGoOfAll, mayGo, sendPhotos } from './album.js';
import { decide, forgetBundle, merged, runs, startEngine, view as viewNow, weighsMore, worse } from './engine.js';
import { drop, forgetAllBut, onOtherTab, openKept, read, settled, tryAgain, write } from './kept.js';
import { answeredAs, enqueue, entriesOf, openQueue, reloadQueue, unanswered, unqueue, unqueueThrough } from './queue.js';
import { closest, language, say, speak } from './say.js';
import { now, setClock } from './time.js';
import { endSession, session } from './session.js';
import { atLeast } from './words.js';

const WAIT_MS = 12000;
const LOCK_WAIT_MS = 15000;
const PATIENCE_MS = 4000;
const PATIENCE_URGENT_MS = 700;
const FIRST_PAUSE_MS = 10000;
const LONGEST_PAUSE_MS = 120000;
const BUNDLE_MS = 6 * 3600000;
const MOST_SESSIONS = 12;
const SESSION_ENDED = 'urn:vermilion:session-ended';
const ERASED = 'urn:vermilion:erased';

/** `view` is what the pages show; `told` is what the clinic last said; `enrol` asks the birth date, `ended` is what is left. */
export const link = {
  episode: null, token: null, view: null, told: null, receivedAt: 0,
  lookedAt: 0, downSince: null, serverSilent: false, refused: null, sending: false,
  enrol: null, ended: null,
};

const listeners = [];
let failures = 0;
let notBefore = 0;
let bundle = null;
let noBundle = false;

export function onChange(listener) {
  listeners.push(listener);
}

function changed() {
  look();
  for (const listener of listeners) listener();
}

const key = (name) => `${link.episode}.${name}`;
export const keepForEpisode = (name, value) => write(key(name), value);
export const keptForEpisode = (name) => read(key(name));
export const dropForEpisode = (name) => drop(key(name));

/** Takes the link from the address (and removes it there), or the one kept on this phone. */
export async function open() {
  await openKept();
  await openQueue();
  const fragment = location.hash.slice(1);
  const [episode, ...secret] = fragment.split('.');
  if (secret.length > 0 && !fragment.startsWith('/')) {
    if (secret[0] === 'once') write('enrol', { episode, token: secret[1] });
    else write('link', { episode, token: secret.join('.') });
    history.replaceState(null, '', '#/today');
  }
  const kept = read('link');
  link.enrol = read('enrol');
  link.ended = kept ? null : read('ended');
  if (link.ended) setClock(link.ended.patient.zone, link.ended.at, Date.parse(link.ended.at));
  if (!kept) return false;
  link.episode = kept.episode;
  link.token = kept.token;
  const last = keptForEpisode('view');
  if (last) take(last.view, last.receivedAt);
  bundle = keptForEpisode('bundle');
  onOtherTab(heard);
  return true;
}

/**
 * Starts the core with what was kept. Until it runs, a page that is only read shows what the clinic last told;
 * not where an answer waits that the clinic does not have: what it means must stand there from the first moment.
 */
export async function startKept(onlyRead) {
  if (!link.told || !bundle) return;
  if (onlyRead && ownEntries().length === 0) changed();
  await startEngine(bundle.text, ownEntries());
  look();
}

// Another tab of this browser received something, or added to the queue.
async function heard(name) {
  if (name === key('view')) {
    const last = keptForEpisode('view');
    if (last) take(last.view, last.receivedAt);
  }
  if (name === key('bundle')) bundle = keptForEpisode('bundle');
  if (name === key('language')) await speak(wantedLanguage());
  const more = name === null || name === key('bundle');
  if (more) await reloadQueue();
  if (more && bundle) await startEngine(bundle.text, ownEntries());
  changed();
}

// What was said on this phone, also what the clinic did not take: an answer never weighs less for that.
const ownEntries = () => [...entriesOf(link.episode), ...notTaken()];

function take(told, receivedAt) {
  link.told = told;
  link.receivedAt = receivedAt;
  setClock(told.patient.zone, told.now, receivedAt);
  look();
}

/** Makes the view anew, as time has gone on. */
export function look() {
  if (!link.told) return;
  const at = Math.max(now(), Date.parse(link.told.now));
  const own = viewNow(at);
  link.view = own ? merged({ told: link.told, own, newer: link.told.seq > (bundle?.seq ?? 0), sessions: keptForEpisode('sessions') ?? [], now: at }) : link.told;
  link.lookedAt = own ? Date.now() : link.receivedAt;
}

/** Hours since the treatment, now. */
export function hoursNow() {
  return link.view.hours + Math.max(0, Date.now() - link.lookedAt) / 3600000;
}

/** How JSON is posted. */
export const posting = (body) => ({ method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

/** Asks the clinic's server below this episode's address. Throws where it does not answer, or is in trouble. */
export async function call(path, options) {
  const response = await fetch(`/api/episodes/${encodeURIComponent(link.episode)}${path}`, {
    ...options,
    cache: 'no-store',
    headers: { 'Authorization': `Bearer ${link.token}`, 'Accept': 'application/json', ...options?.headers },
    signal: AbortSignal.timeout(options?.waitMs ?? WAIT_MS),
  });
  if (response.status >= 500 || response.status === 429) {
    throw new ServerSilent(`the clinic's server answered ${response.status}`, Number(response.headers.get('Retry-After')));
  }
  return response;
}

/** The network works but the clinic's server does not. */
class ServerSilent extends Error {
  constructor(message, retryAfterSeconds) {
    super(message);
    this.pauseMs = (retryAfterSeconds > 0 ? retryAfterSeconds : 0) * 1000;
  }
}

function reached() {
  link.downSince = null;
  link.serverSilent = false;
  failures = 0;
  notBefore = 0;
}

// A server that is in trouble is asked less and less often, and not by all phones at once.
function cannotReach(failure) {
  link.downSince ??= Date.now();
  link.serverSilent = failure instanceof ServerSilent;
  if (!link.serverSilent) return;
  failures += 1;
  const pause = Math.min(LONGEST_PAUSE_MS, Math.max(failure.pauseMs, FIRST_PAUSE_MS * 2 ** (failures - 1)));
  notBefore = Date.now() + pause * (0.75 + Math.random() / 2);
}

/** Whether the clinic's server may be asked again by itself. A person who taps may always. */
export const isDue = () => Date.now() >= notBefore || notBefore - Date.now() > 2 * LONGEST_PAUSE_MS;

/** The language that the patient chose on this phone, or null. */
export const chosenLanguage = () => keptForEpisode('language');

/** The language of the pages: chosen here, else noted by the clinic, else the browser's. */
export const wantedLanguage = () => chosenLanguage() ?? link.told?.language ?? link.told?.patient.language ?? link.ended?.language ?? closest(navigator.language);

// The clinic's server writes in the language that it noted, unless another one was chosen here.
const asked = (path) => (chosenLanguage() ? `${path}?language=${encodeURIComponent(chosenLanguage())}` : path);

/** Changes the language of this phone, if its words can be had; answers whether they could. */
export async function changeLanguage(tag) {
  if (!(await speak(tag))) {
    await speak(wantedLanguage());
    return false;
  }
  keepForEpisode('language', tag);
  await refresh();
  return true;
}

/** Asks the clinic for the newest view, and for the bundle where that is older. */
export async function refresh() {
  try {
    const response = await call(asked(''), {});
    link.refused = response.ok ? null : response.status;
    if (await isEnded(response)) return;
    if (response.ok) {
      if (link.enrol?.episode === link.episode) forgetEnrol();
      const receivedAt = Date.now();
      const told = await response.json();
      take(told, receivedAt);
      keepForEpisode('view', { view: told, receivedAt });
      await speak(wantedLanguage());
      // The core is ten times as large as all that the clinic told: nobody waits for it to read her day.
      if (!runs()) changed();
      await refreshBundle(told.seq);
      await settled();
      await unqueueThrough(link.episode, bundle && !noBundle ? bundle.seq : told.seq);
    }
    reached();
  } catch (failure) {
    cannotReach(failure);
  }
  changed();
}

// The bundle is asked for after the view, so that it holds at least what the view does.
async function refreshBundle(seq) {
  if (noBundle || (runs() && bundle.seq >= seq && bundle.language === chosenLanguage() && Math.abs(Date.now() - bundle.at) < BUNDLE_MS)) return;
  const response = await call(asked('/phone'), {});
  noBundle = response.status !== 200;
  if (noBundle) return;
  bundle = { seq, at: Date.now(), language: chosenLanguage(), text: await response.text() };
  await startEngine(bundle.text, ownEntries());
  keepForEpisode('bundle', bundle);
}

function forgetEnrol() {
  link.enrol = null;
  drop('enrol');
}

/** A phone whose birth date was right is in from now on. */
export async function letIn(episode, token) {
  const another = link.view !== null;
  write('link', { episode, token });
  drop('ended');
  drop('ready');
  forgetEnrol();
  await settled();
  if (another) {
    location.reload();
    return;
  }
  Object.assign(link, { episode, token, ended: null, refused: null });
  await refresh();
  dispatchEvent(new Event('redraw'));
}

// Only what the clinic says in so many words lets this phone forget: a token that is merely unknown may be a
// wrong server's word, or a restored record's.
async function isEnded(response) {
  if (![401, 410].includes(response.status)) return false;
  const type = (await response.json().catch(() => null))?.type;
  const erased = type === ERASED;
  if (!erased && type !== SESSION_ENDED) return false;
  const { clinic, patient, treatment } = link.view ?? {};
  const ended = clinic ? { clinic, patient, treatment, erased, lost: waiting().length, language: language(), at: new Date(now()).toISOString() } : null;
  Object.assign(link, { episode: null, token: null, view: null, told: null, ended });
  letGoOfAll();
  forgetBundle();
  bundle = null;
  await forgetAllBut({ ended, enrol: link.enrol, discreet: read('discreet') });
  dispatchEvent(new Event('redraw'));
  return true;
}

/** The answers that the clinic does not have yet, oldest first. */
export const waiting = () => unanswered(link.episode).map((entry) => entry.event);

/** What the clinic did not take, with its reason; it stays until the patient puts it away. */
export const notTaken = () => keptForEpisode('not-taken') ?? [];

export function putAway(id) {
  keepForEpisode('not-taken', notTaken().filter((each) => each.event.id !== id));
  changed();
}

/** Whether a finding is only what this phone found: the clinic does not have the answers behind it. */
export const isOnlyHere = (status) => waiting().length + notTaken().length > 0 && weighsMore(status, link.told?.status);

const outcomes = new Map();

/**
 * Keeps an event, lets the core on this phone decide, and tries to send all that waits. Answers what became of
 * this one: {outcome: accepted | duplicate | refused | waiting, assessment, why, phone}. `assessment` is the
 * worse one of the phone's and the clinic's. It waits for the clinic only where there is time to.
 */
export async function send(event) {
  const savedAt = Math.floor(now());
  const phone = decided(event, savedAt);
  if (event.type === 'massage-started' && phone?.status === 'refused') return { outcome: 'refused', why: phone.why, phone };
  await enqueue(link.episode, event, savedAt);
  if (event.type === 'massage-started') noteSession(event, savedAt);
  navigator.storage?.persist?.().catch(() => {});
  const sent = flush().then(() => outcomeOf(event));
  const maySkip = phone?.status === 'accepted' && event.type !== 'massage-started';
  const result = maySkip ? await Promise.race([sent, patience(phone)]) : await sent;
  return { ...result, phone, assessment: worse(result.assessment, phone?.assessment) };
}

// In the use "information" nobody is shown a level of her own, also not by the phone.
function decided(event, savedAt) {
  const phone = decide(event, savedAt);
  return phone && link.told.use !== 'monitoring' ? { ...phone, assessment: null } : phone;
}

function patience(phone) {
  const grave = phone.assessment && atLeast(phone.assessment.level, 'urgent');
  return new Promise((resolve) => { setTimeout(() => resolve({ outcome: 'waiting' }), grave ? PATIENCE_URGENT_MS : PATIENCE_MS); });
}

// Another tab may have sent it: the clinic then knows the id, and says so.
async function outcomeOf(event) {
  const known = outcomes.get(event.id);
  if (known) return known;
  const stillWaits = waiting().some((each) => each.id === event.id);
  return stillWaits ? { outcome: 'waiting' } : (await post(event)) ?? { outcome: 'waiting' };
}

// The clinic may refuse a session that is told late; it was massaged all the same, and counts here.
function noteSession({ occurrence }, at) {
  keepForEpisode('sessions', [...(keptForEpisode('sessions') ?? []), { occurrence, at }].slice(-MOST_SESSIONS));
}

/** Whether a session may begin: the clinic agreed, or it cannot be asked and the core on this phone agrees. */
export function mayBegin(result) {
  return result.outcome === 'accepted' || result.outcome === 'duplicate' || (result.outcome === 'waiting' && result.phone?.status === 'accepted');
}

/** Takes back a start that nobody agreed to, so that it is not sent when nobody is massaging. */
export async function takeBack(event) {
  keepForEpisode('sessions', (keptForEpisode('sessions') ?? []).filter((each) => each.occurrence !== event.occurrence));
  await unqueue(event.id);
}

let sending = Promise.resolve();

/** Tries to send what waits, in order, one at a time; the same UUID each time, so that twice is once. */
export function flush() {
  sending = sending.then(inOrder, inOrder);
  return sending;
}

// One tab sends at a time. A tab that the phone has put to sleep must not keep an answer back for ever: after
// a while it is sent all the same, and the id keeps it one.
async function inOrder() {
  tryAgain();
  if (!navigator.locks) return sendAll();
  let begun = false;
  try {
    return await navigator.locks.request('vermilion.send', { signal: AbortSignal.timeout(LOCK_WAIT_MS) }, () => {
      begun = true;
      return sendAll();
    });
  } catch (failure) {
    if (begun) throw failure;
    return sendAll();
  }
}

async function sendAll() {
  await reloadQueue();
  const before = unanswered(link.episode).filter(({ event }) => mayGo(event));
  if (before.length > 0) {
    link.sending = true;
    changed();
  }
  let answered = 0;
  for (const { event } of before) {
    const result = await post(event);
    if (!result) break;
    answered += 1;
    outcomes.set(event.id, result);
    await settle(event, result);
  }
  link.sending = false;
  if (answered > 0) await refresh();
  else changed();
  sendPhotos();
}

// Null: not answered, so that all behind it waits too. A link that is refused is no answer to an event.
async function post(event) {
  try {
    const response = await call('/events', posting([event]));
    if ([401, 403, 404, 410].includes(response.status)) {
      link.refused = response.status;
      await isEnded(response);
      return null;
    }
    const body = await response.json();
    reached();
    if (!response.ok) return { outcome: 'refused', why: body.detail ?? body.title ?? say('net.answered', { status: response.status }) };
    const row = body.find((each) => each.id === event.id);
    if (!row) throw new ServerSilent(`no answer for event ${event.id}`);
    return { outcome: row.status, seq: row.seq ?? null, assessment: row.assessment, why: row.why };
  } catch (failure) {
    cannotReach(failure);
    return null;
  }
}

/** Notes what became of an event. */
export async function settle(event, result) {
  keepLateResult(event, result);
  if (event.photo) await letGoOf(event.id);
  if (result.outcome === 'refused') {
    keepForEpisode('not-taken', [...notTaken().filter((each) => each.event.id !== event.id), { event, savedAt: Math.floor(now()), why: result.why ?? null }]);
    if (event.type === 'massage-started') stopSession();
    await settled();
    await unqueue(event.id);
  } else {
    await answeredAs(event.id, result.seq ?? link.told?.seq ?? 0);
  }
}

// The clinic answers late that this session may not be: it ends here, hands away.
function stopSession() {
  const running = session();
  if (!running || running.ended) return;
  endSession(true, false);
  location.hash = '#/massage/after';
}

// An answer that was shown as not sent must be shown as sent when it later goes through; its level stays the
// worse one of what the phone and the clinic said.
function keepLateResult(event, result) {
  const last = keptForEpisode('last');
  if (last?.id !== event.id) return;
  const level = worse({ level: last.level }, result.assessment)?.level ?? null;
  keepForEpisode('last', { ...last, outcome: result.outcome, why: result.why ?? null, level, sentAt: new Date(now()).toISOString() });
}

/** A new event, with an id that is made here and never changes. */
export function newEvent(type, content) {
  return { id: uuid(), type, at: new Date().toISOString(), ...content };
}

// A page without a secure context has no randomUUID.
function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
