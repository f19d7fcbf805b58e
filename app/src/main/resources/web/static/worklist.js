// The live worklist. The server says when the list has changed, and every two seconds that it has looked
// and nothing has: only as long as that is heard does the page say that it is live, or that nobody waits.
// Rows change in place, so that nobody loses the place of the keyboard or a half-typed word.

import { beginActs } from '/static/acts.js';
import { serverTime, tick, toldTime } from '/static/clinic.js';

const SILENT_MS = 5000;
const AGAIN_MS = 5000;
const TIMEOUT_MS = 8000;
const RANKS = ['self-care', 'routine', 'soon', 'same-day', 'urgent', 'emergency'];
const TITLE = document.title;
const $ = (id) => document.getElementById(id);

const state = { heardAt: null, since: null, asking: false, askAgain: false, listed: false, signedOut: false };

const clock = (millis) => new Date(millis).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const rankOf = (row) => RANKS.indexOf(row.dataset.level);
const rowsOf = (list) => [...list.querySelectorAll('#rows > tbody > tr')];

// Whether what is shown is proved: the list was read after the stream began, and the stream is heard.
function isLive() {
  return state.listed && state.heardAt !== null && performance.now() - state.heardAt < SILENT_MS;
}

function set(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

function show() {
  const live = isLive();
  if (live) state.since = null;
  else state.since ??= serverTime();
  const beginning = !state.listed && !state.signedOut && serverTime() - state.since < SILENT_MS;
  const since = clock(state.since ?? serverTime());
  const badge = $('live');
  badge.className = live ? 'live' : beginning ? '' : 'not-live';
  set(badge, live ? 'live' : beginning ? 'connecting' : `not live since ${since}`);
  const lost = !live && !beginning;
  const notKnown = $('not-known');
  if (lost) {
    const words = state.signedOut
      ? 'You are signed out. This page shows nothing new. Sign in again.'
      : `Not live since ${since}. Somebody may need you and not be on this page. Nothing here is newer than that.`;
    set(notKnown, words);
  }
  notKnown.hidden = !lost;
  set($('nobody-said'), live ? 'Nobody needs you now.' : lost ? 'It is not known whether anybody needs you.' : 'Asking whether anybody needs you.');
  $('again').hidden = live;
  const count = Number($('list').dataset.all);
  document.title = lost ? `(?) Not live: ${TITLE}` : count > 0 ? `(${count}) ${TITLE}` : TITLE;
}

// Words that were typed and not sent.
function isTyped(part) {
  return [...part.querySelectorAll('textarea, input:not([type=hidden])')].some((each) => each.value !== each.defaultValue);
}

// What the server last said of a row, cell by cell, to know what has changed.
const told = new WeakMap();

function remember(row) {
  told.set(row, [...row.cells].map((cell) => cell.innerHTML));
}

function placeIn(cell, element) {
  const all = [...cell.querySelectorAll('a, button, summary, textarea, input')];
  return { key: element.dataset.key, index: all.indexOf(element) };
}

function focusAgain(cell, row, place) {
  const all = [...cell.querySelectorAll('a, button, summary, textarea, input')];
  const same = place.key && cell.querySelector(`[data-key="${place.key}"]`);
  (same || all[place.index] || row.querySelector('th a'))?.focus({ preventScroll: true });
}

function changeRow(row, fresh) {
  const before = told.get(row) ?? [];
  const now = [...fresh.cells].map((cell) => cell.innerHTML);
  row.className = fresh.className;
  Object.assign(row.dataset, fresh.dataset);
  [...row.cells].forEach((cell, i) => {
    if (before[i] === now[i]) return;
    const open = cell.querySelector('details[open]');
    if (isTyped(cell) || (open && open.contains(document.activeElement))) {
      now[i] = before[i];
      return;
    }
    const held = cell.contains(document.activeElement) ? placeIn(cell, document.activeElement) : null;
    cell.replaceChildren(...fresh.cells[i].cloneNode(true).childNodes);
    if (held) focusAgain(cell, row, held);
  });
  told.set(row, now);
}

// Puts the rows into their order; the one that has the keyboard is never moved itself.
function order(body, rows) {
  const held = rows.findIndex((row) => row.contains(document.activeElement));
  rows.forEach((row, i) => {
    if (i < held) body.insertBefore(row, rows[held]);
    else if (i > held) body.append(row);
  });
}

// A row that has left the list is kept as long as somebody's words stand in it.
function leaves(row) {
  if (!isTyped(row)) return false;
  row.classList.add('gone');
  return true;
}

function mergeRows(fresh) {
  const body = $('rows').tBodies[0];
  const known = new Map(rowsOf($('list')).map((row) => [row.id, row]));
  const wanted = [];
  const raised = [];
  for (const next of rowsOf(fresh)) {
    const row = known.get(next.id);
    if (!row || rankOf(next) > rankOf(row)) raised.push(next);
    if (row) changeRow(row, next);
    else remember(next);
    wanted.push(row ?? document.importNode(next, true));
    known.delete(next.id);
    if (!row) remember(wanted.at(-1));
  }
  const focused = [...known.values()].find((row) => row.contains(document.activeElement));
  for (const row of known.values()) {
    if (leaves(row)) wanted.push(row);
    else row.remove();
  }
  order(body, wanted);
  if (focused && !focused.isConnected) body.querySelector('th a')?.focus({ preventScroll: true });
  return raised;
}

function merge(page) {
  const fresh = page.getElementById('list');
  const list = $('list');
  toldTime(page.body.dataset.now);
  const raised = mergeRows(fresh);
  list.dataset.all = fresh.dataset.all;
  $('rows').hidden = $('rows').tBodies[0].rows.length === 0;
  $('nobody').hidden = !$('rows').hidden;
  for (const id of ['cut', 'everyone']) {
    const part = fresh.querySelector(`#${id}`);
    if ($(id).innerHTML !== part.innerHTML) $(id).replaceChildren(...document.importNode(part, true).childNodes);
    $(id).hidden = part.hidden;
  }
  if (state.listed) announce(raised);
}

function announce(raised) {
  const words = (row) => `${row.querySelector('.word').textContent}: ${row.dataset.name}. ${row.cells[2].firstChild?.textContent.trim() ?? ''}`;
  const loud = raised.filter((row) => rankOf(row) >= RANKS.indexOf('urgent'));
  const rest = raised.filter((row) => !loud.includes(row));
  if (loud.length > 0) {
    set($('say'), loud.map(words).join('. '));
    ring(loud.some((row) => row.dataset.level === 'emergency') ? 3 : 2);
  }
  if (rest.length > 0) set($('say-too'), rest.map(words).join('. '));
}

async function ask() {
  if (state.asking) {
    state.askAgain = true;
    return;
  }
  state.asking = true;
  try {
    const address = location.pathname + location.search;
    const response = await fetch(address, { headers: { 'X-Live': '1' }, cache: 'no-store', redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) });
    state.signedOut = response.type === 'opaqueredirect';
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    merge(new DOMParser().parseFromString(await response.text(), 'text/html'));
    state.listed = true;
  } catch {
    // What is on the page is as old as it says: show() tells since when.
    state.listed = false;
  }
  state.asking = false;
  tick();
  show();
  if (state.askAgain) {
    state.askAgain = false;
    ask();
  }
}

function hear(event) {
  state.heardAt = performance.now();
  toldTime(JSON.parse(event.data).at);
  if (event.type === 'list' || !state.listed) ask();
  show();
}

function blind() {
  state.heardAt = null;
  show();
}

function listen() {
  const stream = new EventSource('/clinic/live');
  stream.addEventListener('list', hear);
  stream.addEventListener('beat', hear);
  stream.addEventListener('blind', blind);
  stream.addEventListener('ended', () => {
    stream.close();
    state.signedOut = true;
    blind();
  });
  stream.addEventListener('error', () => {
    // What happened while nothing was heard is asked for when it is heard again.
    state.listed = false;
    show();
    if (stream.readyState === EventSource.CLOSED && !state.signedOut) {
      ask();
      setTimeout(listen, AGAIN_MS);
    }
  });
}

// Sound: off until somebody switches it on, and said to be off where the browser keeps it silent.
let audio = null;

function ring(times) {
  if (audio?.state !== 'running') return;
  for (let i = 0; i < times; i++) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    const at = audio.currentTime + i * 0.35;
    tone.frequency.value = 880;
    volume.gain.setValueAtTime(0.3, at);
    volume.gain.exponentialRampToValueAtTime(0.001, at + 0.3);
    tone.connect(volume).connect(audio.destination);
    tone.start(at);
    tone.stop(at + 0.3);
  }
}

async function switchSound() {
  const on = audio?.state === 'running';
  if (on) {
    await audio.close();
    audio = null;
  } else {
    audio = new AudioContext();
    await audio.resume();
    ring(1);
  }
  $('sound').setAttribute('aria-pressed', String(!on));
  set($('sound'), on ? 'Sound is off' : 'Sound is on');
}

$('sound').hidden = false;
$('sound').addEventListener('click', switchSound);
$('again').addEventListener('click', (event) => {
  event.preventDefault();
  ask();
});
rowsOf($('list')).forEach(remember);
beginActs(ask);
setInterval(show, 1000);
show();
listen();
