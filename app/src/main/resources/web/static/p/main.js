// Opens the link, draws the page that the address names, and asks the clinic again while somebody looks.
import { h, announce } from './dom.js';
import { flush, isDue, keptForEpisode, link, look, onChange, open, refresh, startKept, waiting, wantedLanguage } from './episode.js';
import { callButtons, openStatus } from './pieces.js';
import { askPage } from './ask.js';
import { noteCalls } from './calls.js';
import { card } from './card.js';
import { door } from './door.js';
import { endedPage } from './ended.js';
import { runs } from './engine.js';
import { read } from './kept.js';
import { fetchInGoodTime, later, laterPage } from './later.js';
import { tellReady } from './presence.js';
import { dress, leave, showsLeave, title } from './privacy.js';
import { unanswered } from './queue.js';
import { result } from './result.js';
import { keptBack } from './saved.js';
import { today } from './today.js';
import { holdUpdates, keep, tryUpdate, watchForUpdates } from './update.js';
import { language, say, speak, wordsAt } from './say.js';
import { atLeast } from './words.js';

const OPEN_POLL_MS = 15000;
const QUIET_POLLS = 4;
const ONLY_READ = ['today', 'course', 'card'];
const TRY_MS = 3000;

const page = document.getElementById('page');
let shown = null;
let shownPath = null;

const PAGES = {
  'today': today, 'result': result, 'course': () => laterPage('course'), 'card': card, 'phone': () => laterPage('phone'),
  'check-in': (step) => askPage('check-in', step),
  'worried': (step) => askPage('worried', step),
  'massage': (step) => laterPage('massage', step),
  'leaving': (step) => laterPage('leaving', step),
  'photo': (step) => laterPage('photo', step),
  'write': (step) => laterPage('write', step),
  'helpers': (step) => laterPage('helpers', step),
};
const HELPED = ['course', 'card', 'phone', 'result'];
const ANSWERED = ['check-in', 'worried'];

// A helper's phone has a day of its own, and only the pages that she lets it have.
function pageOf(name, step) {
  const { helper } = link.view;
  const own = helper && !HELPED.includes(name) && !(ANSWERED.includes(name) && helper.may.includes('answer'));
  return own ? laterPage('helped', name) : (PAGES[name] ?? today)(step);
}

function path() {
  return location.hash.replace(/^#\/?/, '') || 'today';
}

/** Draws the page that the address names. */
function draw() {
  const [name, step] = path().split('/');
  shown = doorPage() ?? (!link.view ? noView() : pageOf(name, step));
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

// Who is not in yet, or no more.
function doorPage() {
  const asks = link.enrol && (!link.episode || link.refused === 401 || link.episode !== link.enrol.episode);
  if (!asks && !link.ended) return null;
  return asks ? door() : endedPage();
}

// What the clinic did not take stands on top, but never before the numbers of something urgent.
function withStrips({ holds, content }) {
  if (!link.view || holds) return [content];
  const status = openStatus();
  return status && atLeast(status.level, 'urgent') ? [content, keptBack()] : [keptBack(), content];
}

function banner() {
  const words = link.view?.demo ? say('app.demo')
    : link.view?.protocol.status === 'draft' ? say('app.draft') : null;
  document.getElementById('banner').replaceChildren(...[link.view?.helper && later('helped')?.strip(), words && h('p', { class: 'banner' }, words)].filter(Boolean));
}

function places(current) {
  const nav = document.getElementById('places');
  nav.hidden = !link.view;
  if (nav.hidden) return;
  nav.setAttribute('aria-label', say('app.places'));
  const list = [['today', say('app.today')], ['course', say('app.course')], ['card', say('app.card')], ['worried', say('app.worried')]];
  const items = list.map(([name, words]) => h('li', null,
    h('a', { href: `#/${name}`, 'data-key': `place-${name}`, class: name === 'worried' ? 'places-worried' : null, 'aria-current': name === current ? 'page' : null }, words)));
  if (showsLeave()) items.push(h('li', null, h('a', { href: '#/leave', 'data-key': 'place-leave', onclick: leave }, say('app.leave'))));
  nav.replaceChildren(h('ul', null, items));
}

/** Under every page but a form: what this phone keeps, and how to take it away. */
function phoneLine() {
  if (!link.view || shown.holds || shown.place === 'phone') return null;
  return h('p', { class: 'foot' }, h('a', { href: '#/phone', 'data-key': 'phone' }, say('app.keeps')));
}

/** Nothing was ever received on this phone. */
function noView() {
  const words = !link.episode ? [say('app.incomplete'), say('app.incomplete-what')]
    : link.refused ? [say('app.no-link'), say('app.no-link-what')]
      : link.downSince ? [say('app.unreachable'), say('app.unreachable-what')]
        : [say('app.wait'), say('app.asking')];
  return { title: words[0], kind: 'page', place: null, content: [h('h1', null, words[0]), h('p', null, words[1])] };
}

/** The clinic no longer takes this link: say it, and keep the numbers. */
function linkRefused() {
  if (!link.refused || !link.view) return null;
  return h('section', { class: 'card card-same-day call-strip', role: 'alert' }, h('h2', null, say('app.link-refused')),
    h('p', { class: 'gap-small' }, say('app.link-refused-what')), callButtons(false));
}

// A page with a form or a running minute is never redrawn under somebody's finger.
function changed() {
  if (shown?.holds && shownPath === path()) {
    shown.networkChanged?.();
    return;
  }
  draw();
  const seen = link.view ? openStatus()?.seen?.by : null;
  if (seen && seen !== lastSeen) announce(say('app.seen-by', { name: seen }));
  lastSeen = seen;
}

let lastSeen = null;

// Without any words there is nothing to show but what stands in the page itself; it is tried until they come.
async function speakHers() {
  const unopened = document.getElementById('unopened');
  while (!(await speak(wantedLanguage())) && language() === null) {
    unopened.hidden = false;
    await new Promise((again) => { setTimeout(again, TRY_MS); });
  }
  unopened.hidden = true;
}

function keepWords() {
  for (const file of wordsAt(language())) keep(file);
}

let polls = 0;

async function poll() {
  if (document.visibilityState !== 'visible') return;
  if (!link.episode) {
    if (link.enrol && !shown?.holds) draw();
    return;
  }
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
    tellReady();
  } else {
    look();
    changed();
  }
}

async function start() {
  const known = await open();
  await speakHers();
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
  addEventListener('redraw', () => { draw(); tellReady(); keepWords(); });
  addEventListener('fetched', () => { if (!shown?.holds) draw(); });
  addEventListener('click', noteCalls);
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
  keepWords();
  tellReady();
  fetchInGoodTime();
}

start();

// For whoever looks for a cause in the browser's console: what the app knows of itself. Nothing goes through it.
globalThis.vermilion = { link, flush, unanswered, runs, read, later };
