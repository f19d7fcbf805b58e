// Opens the link, draws the page that the address names, and asks the clinic again while somebody looks.
import { h, announce } from './dom.js';
import { flush, isDue, keptForEpisode, link, look, onChange, open, refresh, startKept, waiting } from './episode.js';
import { callButtons, openStatus } from './pieces.js';
import { askPage } from './ask.js';
import { card } from './card.js';
import { course } from './course.js';
import { runs } from './engine.js';
import { read } from './kept.js';
import { massagePage } from './massage.js';
import { dress, leave, phonePage, showsLeave, title } from './privacy.js';
import { qr } from './qr.js';
import { unanswered } from './queue.js';
import { result } from './result.js';
import { keptBack } from './saved.js';
import { today } from './today.js';
import { holdUpdates, tryUpdate, watchForUpdates } from './update.js';
import { atLeast } from './words.js';

const OPEN_POLL_MS = 15000;
const QUIET_POLLS = 4;
const ONLY_READ = ['today', 'course', 'card'];

const page = document.getElementById('page');
let shown = null;
let shownPath = null;

const PAGES = {
  'today': today, 'result': result, 'course': course, 'card': card, 'phone': phonePage,
  'check-in': (step) => askPage('check-in', step),
  'worried': (step) => askPage('worried', step),
  'massage': massagePage,
};

function path() {
  return location.hash.replace(/^#\/?/, '') || 'today';
}

/** Draws the page that the address names. */
function draw() {
  const [name, step] = path().split('/');
  shown = !link.view ? noView() : (PAGES[name] ?? today)(step);
  const moved = shownPath !== path();
  const open = moved ? [] : [...page.querySelectorAll('details[open]')].map((each) => each.dataset.key);
  const focus = moved ? null : document.activeElement?.dataset?.key;
  page.className = shown.kind;
  page.replaceChildren(...[linkRefused(), ...withStrips(shown), phoneLine()].flat(Infinity).filter(Boolean));
  for (const key of open) page.querySelector(`details[data-key="${CSS.escape(key)}"]`)?.setAttribute('open', '');
  if (focus) page.querySelector(`[data-key="${CSS.escape(focus)}"]`)?.focus();
  document.title = title(link.view ? `${shown.title}, ${link.view.clinic.name}` : shown.title);
  places(shown.place);
  banner();
  if (moved && shownPath !== null) {
    scrollTo(0, 0);
    page.focus({ preventScroll: true });
  }
  shownPath = path();
  holdUpdates(Boolean(shown.holds) || Boolean(link.view && keptForEpisode('session')));
}

// What the clinic did not take stands on top, but never before the numbers of something urgent.
function withStrips({ holds, content }) {
  if (!link.view || holds) return [content];
  const status = openStatus();
  return status && atLeast(status.level, 'urgent') ? [content, keptBack()] : [keptBack(), content];
}

function banner() {
  const words = link.view?.demo ? 'Demonstration. Invented patient. Do not use for care.'
    : link.view?.protocol.status === 'draft' ? 'Draft content, not signed by a clinician.' : null;
  document.getElementById('banner').replaceChildren(...(words ? [h('p', { class: 'banner' }, words)] : []));
}

function places(current) {
  const nav = document.getElementById('places');
  nav.hidden = !link.view;
  if (nav.hidden) return;
  const list = [['today', 'Today'], ['course', 'Course'], ['card', 'Card'], ['worried', 'I am worried']];
  const items = list.map(([name, words]) => h('li', null,
    h('a', { href: `#/${name}`, 'data-key': `place-${name}`, class: name === 'worried' ? 'places-worried' : null, 'aria-current': name === current ? 'page' : null }, words)));
  if (showsLeave()) items.push(h('li', null, h('a', { href: '#/leave', 'data-key': 'place-leave', onclick: leave }, 'Leave')));
  nav.replaceChildren(h('ul', null, items));
}

/** Under every page but a form: what this phone keeps, and how to take it away. */
function phoneLine() {
  if (!link.view || shown.holds || shown.place === 'phone') return null;
  return h('p', { class: 'foot' }, h('a', { href: '#/phone', 'data-key': 'phone' }, 'What this phone keeps, and how to leave quickly'));
}

/** Nothing was ever received on this phone. */
function noView() {
  const words = !link.episode ? ['This link is not complete', 'Open the link that your clinic sent you. Worried? Call your clinic, or your emergency number.']
    : link.refused ? ['This link does not work', 'Ask your clinic for a new one. Worried? Call your clinic, or your emergency number.']
      : link.downSince ? ['We cannot reach the clinic', 'We try again every 15 seconds. Worried? Call your clinic, or your emergency number.']
        : ['One moment', 'Asking the clinic.'];
  return { title: words[0], kind: 'page', place: null, content: [h('h1', null, words[0]), h('p', null, words[1])] };
}

/** The clinic no longer takes this link: say it, and keep the numbers. */
function linkRefused() {
  if (!link.refused || !link.view) return null;
  return h('section', { class: 'card card-same-day call-strip', role: 'alert' }, h('h2', null, 'This link no longer works'),
    h('p', { class: 'gap-small' }, 'Nothing more can be sent from here. Ask your clinic for a new link.'), callButtons(false));
}

// A page with a form or a running minute is never redrawn under somebody's finger.
function changed() {
  if (shown?.holds && shownPath === path()) {
    shown.networkChanged?.();
    return;
  }
  draw();
  const seen = link.view ? openStatus()?.seen?.by : null;
  if (seen && seen !== lastSeen) announce(`Seen by ${seen}`);
  lastSeen = seen;
}

let lastSeen = null;

let polls = 0;

async function poll() {
  if (document.visibilityState !== 'visible' || !link.episode) return;
  polls += 1;
  tryUpdate();
  if (!isDue()) {
    look();
    changed();
    return;
  }
  if (waiting().length > 0) await flush();
  const urgent = !link.view || link.downSince || openStatus() || shown?.holds || path().startsWith('result');
  if (urgent || polls % QUIET_POLLS === 0) {
    await refresh();
  } else {
    look();
    changed();
  }
}

async function start() {
  const known = await open();
  if (!dress()) return;
  onChange(changed);
  addEventListener('hashchange', () => {
    if (location.hash.includes('.') && !location.hash.startsWith('#/')) {
      location.reload();
      return;
    }
    look();
    draw();
    tryUpdate();
  });
  addEventListener('online', poll);
  document.addEventListener('visibilitychange', poll);
  setInterval(poll, OPEN_POLL_MS);
  if (known && keptForEpisode('session')) location.hash = '#/massage/minute';
  await startKept(ONLY_READ.includes(path()));
  draw();
  if (known) {
    await refresh();
    await flush();
  }
  await watchForUpdates();
}

start();

// For whoever looks for a cause in the browser's console: what the app knows of itself. Nothing goes through it.
globalThis.vermilion = { link, flush, unanswered, runs, read, qr };
