// Keeping it to oneself: another name and icon, and a quick way out.
import { h } from './dom.js';
import { read } from './kept.js';
import { language, say } from './say.js';

const ELSEWHERE = 'https://www.wikipedia.org/';
const LEFT = 'left';

/** Whether the app goes by a neutral name. */
export const isDiscreet = () => read('discreet') === true;

/** The title of the window: in discreet mode the same neutral word on every page. */
export const title = (words) => (isDiscreet() ? say('app.plain-name') : words);

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
  document.title = say('app.plain-name');
  for (const id of ['banner', 'places']) document.getElementById(id).hidden = true;
  const open = h('button', { class: 'button', type: 'button', onclick: () => { sessionStorage.removeItem(LEFT); location.reload(); } }, say('app.open'));
  document.getElementById('page').hidden = true;
  if (!document.getElementById('shut')) document.body.append(h('div', { id: 'shut', class: 'page' }, open));
}
