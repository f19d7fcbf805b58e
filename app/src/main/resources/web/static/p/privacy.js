// Keeping it to oneself: another name and icon, a quick way out, and signing out on this phone.
import { h } from './dom.js';
import { link, waiting } from './episode.js';
import { forgetAll, keepsNothing, read, settled, write } from './kept.js';
import { runs } from './engine.js';
import { foot } from './today.js';
import { top, toToday } from './pieces.js';
import { clock, when } from './time.js';

const PLAIN_NAME = 'Daybook';
const ELSEWHERE = 'https://www.wikipedia.org/';
const LEFT = 'left';

const isDiscreet = () => read('discreet') === true;

/** The title of the window: in discreet mode the same neutral word on every page. */
export const title = (words) => (isDiscreet() ? PLAIN_NAME : words);

/** Whether the quick way out stands among the places. */
export const showsLeave = isDiscreet;

/** Gives the window its name and icon. Answers whether to go on: after a quick exit it stays shut until it is opened on purpose. */
export function dress() {
  document.querySelector('link[rel=icon]').href = isDiscreet() ? '/static/plain.svg' : '/static/icon.svg';
  document.querySelector('link[rel=manifest]').href = isDiscreet() ? '/p/plain.webmanifest' : '/p/manifest.webmanifest';
  document.querySelector('link[rel=apple-touch-icon]').href = isDiscreet() ? '/static/plain-192.png' : '/static/icon-192.png';
  addEventListener('pageshow', (event) => { if (event.persisted && hasLeft()) location.reload(); });
  if (hasLeft()) shut();
  return !hasLeft();
}

function hasLeft() {
  try {
    return sessionStorage.getItem(LEFT) !== null;
  } catch {
    return false;
  }
}

function remember() {
  try {
    sessionStorage.setItem(LEFT, 'yes');
  } catch {
    // "Back" then opens the page as it was; the window is left all the same.
  }
}

/** Away from here at once; "back" shows nothing of it. */
export function leave(event) {
  event?.preventDefault();
  remember();
  shut();
  location.replace(navigator.onLine ? ELSEWHERE : 'about:blank');
}

// What stands there when somebody comes back by the browser's button: a word and a button, no name, no clinic.
function shut() {
  document.title = PLAIN_NAME;
  for (const id of ['banner', 'places']) document.getElementById(id).hidden = true;
  const open = h('button', { class: 'button', type: 'button', onclick: () => { sessionStorage.removeItem(LEFT); location.reload(); } }, 'Open');
  document.getElementById('page').hidden = true;
  if (!document.getElementById('shut')) document.body.append(h('div', { id: 'shut', class: 'page' }, open));
}

/** What this phone keeps, and how to take it away. */
export function phonePage() {
  return { title: 'This phone', kind: 'page', place: 'phone', content: [
    top('Close', toToday),
    h('header', null, h('h1', null, 'This phone')),
    keeps(), discreet(), quick(), signOut(), foot(),
  ] };
}

function keeps() {
  const count = waiting().length;
  const lines = [
    keepsNothing() ? 'Your browser does not let us keep anything here. Answers are held in this open page only.'
      : 'Your plan, your answers and your emergency card are kept on this phone, locked with a key that cannot leave this browser.',
    link.told ? `Last heard from ${link.view.clinic.name}: ${when(link.told.now)}.` : null,
    count === 0 ? 'Everything that you told us has reached the clinic.' : `Not at the clinic yet: ${count === 1 ? 'one answer' : `${count} answers`}.`,
    runs() ? 'Without a network this phone checks your answers by the same rules as the clinic.' : 'Without a network this phone cannot check your answers. Call if you are worried.',
  ];
  return h('section', { class: 'card', 'aria-label': 'What is kept' }, h('ul', { class: 'rows' }, lines.filter(Boolean).map((line) => h('li', null, line))));
}

function discreet() {
  const on = isDiscreet();
  return h('section', { class: 'card gap', 'aria-label': 'Discreet' }, h('h2', null, 'Discreet'),
    h('p', { class: 'gap-small' }, on ? `On. The window is called ${PLAIN_NAME}, with a plain icon, and "Leave" is at the bottom of every page.`
      : `The window is called ${PLAIN_NAME}, with a plain icon, and "Leave" comes to the bottom of every page. Turn it on before you put the app on your home screen.`),
    h('div', { class: 'buttons' }, h('button', { class: 'button', type: 'button', 'data-key': 'discreet', onclick: () => turn(!on) }, on ? 'Turn it off' : 'Turn it on')));
}

async function turn(on) {
  write('discreet', on);
  await settled();
  location.reload();
}

function quick() {
  return h('section', { class: 'card gap', 'aria-label': 'Leave quickly' }, h('h2', null, 'Leave quickly'),
    h('p', { class: 'gap-small' }, 'Opens another page at once. "Back" shows nothing of this one. Your browser still remembers that you were here.'),
    h('div', { class: 'buttons' }, h('button', { class: 'button', type: 'button', 'data-key': 'leave', onclick: leave }, 'Leave now')));
}

function signOut() {
  const count = waiting().length;
  const sure = h('div', { hidden: true }, h('p', { class: 'gap-small' }, count === 0 ? 'To come back you need a link from your clinic.'
    : `${count === 1 ? 'One answer has' : `${count} answers have`} not reached the clinic since ${clock(waiting()[0].at)}. Signing out loses ${count === 1 ? 'it' : 'them'}. To come back you need a link from your clinic.`),
  h('div', { class: 'buttons' }, h('button', { class: 'button button-stop', type: 'button', 'data-key': 'forget', onclick: signOutNow }, 'Sign out and delete')));
  return h('section', { class: 'card gap', 'aria-label': 'Sign out' }, h('h2', null, 'Sign out on this phone'),
    h('p', { class: 'gap-small' }, 'Deletes the key and everything that is kept here. Nothing is deleted at your clinic.'),
    h('div', { class: 'buttons' }, h('button', { class: 'button', type: 'button', 'data-key': 'sign-out', onclick: () => { sure.hidden = false; } }, 'Sign out')), sure);
}

async function signOutNow() {
  await forgetAll();
  location.replace('/p/');
}
