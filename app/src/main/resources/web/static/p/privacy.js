// Keeping it to oneself: another name and icon, a quick way out, and signing out on this phone.
import { go, h } from './dom.js';
import { link, waiting } from './episode.js';
import { forgetAll, keepsNothing, read, settled, write } from './kept.js';
import { runs } from './engine.js';
import { later } from './later.js';
import { endHere } from './presence.js';
import { foot } from './today.js';
import { chooseLanguage } from './language.js';
import { top, toToday } from './pieces.js';
import { language, say } from './say.js';
import { clock, when } from './time.js';

const ELSEWHERE = 'https://www.wikipedia.org/';
const LEFT = 'left';

const isDiscreet = () => read('discreet') === true;

/** The title of the window: in discreet mode the same neutral word on every page. */
export const title = (words) => (isDiscreet() ? say('phone.plain-name') : words);

/** Whether the quick way out stands among the places. */
export const showsLeave = isDiscreet;

/** Gives the window its name and icon. Answers whether to go on: after a quick exit it stays shut until it is opened on purpose. */
export function dress() {
  document.querySelector('link[rel=icon]').href = isDiscreet() ? '/static/plain.svg' : '/static/icon.svg';
  nameApp();
  addEventListener('spoken', nameApp);
  document.querySelector('link[rel=apple-touch-icon]').href = isDiscreet() ? '/static/plain-192.png' : '/static/icon-192.png';
  addEventListener('pageshow', (event) => { if (event.persisted && hasLeft()) location.reload(); });
  if (hasLeft()) shut();
  return !hasLeft();
}

// What a home screen calls it: in English a file that is kept, in other languages one that the server makes.
function nameApp() {
  const address = `/p/${isDiscreet() ? 'plain' : 'manifest'}${language() === 'en' ? '' : `-${language()}`}.webmanifest`;
  document.querySelector('link[rel=manifest]').setAttribute('href', address);
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
  document.title = say('phone.plain-name');
  for (const id of ['banner', 'places']) document.getElementById(id).hidden = true;
  const open = h('button', { class: 'button', type: 'button', onclick: () => { sessionStorage.removeItem(LEFT); location.reload(); } }, say('phone.open'));
  document.getElementById('page').hidden = true;
  if (!document.getElementById('shut')) document.body.append(h('div', { id: 'shut', class: 'page' }, open));
}

/** What this phone keeps, and how to take it away. */
export function phonePage() {
  return { title: say('phone.title'), kind: 'page', place: 'phone', content: [
    top(say('app.close'), toToday),
    h('header', null, h('h1', null, say('phone.title'))),
    keeps(), devices(), chooseLanguage(), discreet(), quick(), leaving(), signOut(), foot(),
  ] };
}

function keeps() {
  const count = waiting().length;
  const lines = [
    keepsNothing() ? say('phone.keeps-nothing') : say('phone.keeps-all'),
    link.told ? say('phone.heard', { clinic: link.view.clinic.name, when: when(link.told.now) }) : null,
    count === 0 ? say('phone.all-there') : say('phone.not-there', { count }),
    runs() ? say('phone.checks') : say('phone.no-checks'),
  ];
  return h('section', { class: 'card', 'aria-label': say('phone.keeps') }, h('ul', { class: 'rows' }, lines.filter(Boolean).map((line) => h('li', null, line))));
}

function discreet() {
  const on = isDiscreet();
  return h('section', { class: 'card gap', 'aria-label': say('phone.discreet') }, h('h2', null, say('phone.discreet')),
    h('p', { class: 'gap-small' }, on ? say('phone.discreet-on', { plain: say('phone.plain-name') }) : say('phone.discreet-off', { plain: say('phone.plain-name') })),
    h('div', { class: 'buttons' }, h('button', { class: 'button', type: 'button', 'data-key': 'discreet', onclick: () => turn(!on) }, on ? say('phone.turn-off') : say('phone.turn-on'))));
}

function devices() {
  const part = later('devices');
  return part ? h('section', { class: 'card gap', 'aria-label': say('devices.title') }, h('h2', null, say('devices.title')), h('p', { class: 'gap-small' }, say('devices.why')), part.devices(onDevices)) : null;
}

function onDevices() {
  if (location.hash === '#/phone') dispatchEvent(new Event('redraw'));
}

async function turn(on) {
  write('discreet', on);
  await settled();
  location.reload();
}

function quick() {
  return h('section', { class: 'card gap', 'aria-label': say('phone.leave') }, h('h2', null, say('phone.leave')),
    h('p', { class: 'gap-small' }, say('phone.leave-what')),
    h('div', { class: 'buttons' }, h('button', { class: 'button', type: 'button', 'data-key': 'leave', onclick: leave }, say('phone.leave-now'))));
}

function leaving() {
  return h('section', { class: 'card gap', 'aria-label': say('phone.leaving') }, h('h2', null, say('phone.leaving')),
    h('div', { class: 'buttons' }, h('button', { class: 'button', type: 'button', 'data-key': 'leaving', onclick: () => go('leaving') }, say('phone.leaving-look'))));
}

// Asked once more until she goes elsewhere, also where news draws the page anew meanwhile.
let isAsked = false;
addEventListener('hashchange', () => { isAsked = false; });

function signOut() {
  const count = waiting().length;
  const sure = h('div', { hidden: !isAsked }, h('p', { class: 'gap-small' }, count === 0 ? null : [say('phone.loses', { count, time: clock(waiting()[0].at) }), ' '], say('phone.come-back')),
  h('div', { class: 'buttons' }, h('button', { class: 'button button-stop', type: 'button', 'data-key': 'forget', onclick: signOutNow }, say('phone.forget'))));
  return h('section', { class: 'card gap', 'aria-label': say('phone.sign-out-label') }, h('h2', null, say('phone.sign-out-title')),
    h('p', { class: 'gap-small' }, say('phone.sign-out-what')),
    h('div', { class: 'buttons' }, h('button', { class: 'button', type: 'button', 'data-key': 'sign-out', onclick: () => { isAsked = true; sure.hidden = false; } }, say('phone.sign-out'))), sure);
}

async function signOutNow() {
  await endHere();
  await forgetAll();
  location.replace('/p/');
}
