// The way in: a link that opens once asks the date of birth.
import { h } from './dom.js';
import { letIn, link, posting } from './episode.js';
import { keepsNothing, write } from './kept.js';
import { language, say, speak, speakLater } from './say.js';

const WAIT_MS = 12000;
let told = null;
let helps = false;
let typed = {};

async function post(path, body) {
  return fetch(path, { ...posting(body), cache: 'no-store', signal: AbortSignal.timeout(WAIT_MS) });
}

// The clinic sees that it was opened, and tells for whom it is; it does not matter if that is lost.
async function opened() {
  const before = language();
  const { language: noted, helper } = await (await post('/api/enrol/opened', { link: told })).json();
  if (noted) await speak(noted);
  if (helper) await speakLater();
  helps = helper;
  // A button under somebody's finger is not drawn anew for nothing: the press would be lost.
  if (helper || language() !== before) dispatchEvent(new Event('redraw'));
}

/** Asks the date of birth, once for each link. */
export function door() {
  if (told !== link.enrol.token) {
    told = link.enrol.token;
    helps = false;
    typed = {};
    opened().catch(() => {});
  }
  const wrong = h('p', { class: 'wrong', role: 'alert', id: 'wrong', hidden: true });
  const part = (name, length, fill) => h('label', { class: 'date-part' }, say(`door.${name}`),
    h('input', { class: 'input', name, inputmode: 'numeric', maxlength: length, size: length, autocomplete: helps ? 'off' : fill, value: typed[name], oninput: ({ target }) => { typed[name] = target.value; }, 'aria-describedby': 'hint wrong', required: true }));
  const button = h('button', { class: 'button button-solid gap', type: 'submit' }, say('door.open'));
  const form = h('form', { class: 'card', novalidate: true, onsubmit: (event) => { event.preventDefault(); tryDate(form, wrong, button); } },
    h('fieldset', null, h('legend', null, say(helps ? 'helped.door-legend' : 'door.legend')), h('p', { class: 'soft', id: 'hint' }, say('door.hint')),
      h('div', { class: 'date' }, part('day', 2, 'bday-day'), part('month', 2, 'bday-month'), part('year', 4, 'bday-year'))),
    wrong, button);
  const title = say(helps ? 'helped.door-title' : 'door.title');
  return { title, kind: 'page', place: null, holds: true, content: [
    h('header', null, h('h1', null, title), h('p', null, say(helps ? 'helped.door-why' : 'door.why'))),
    keepsNothing() ? h('p', { class: 'card card-same-day note' }, say('door.nothing-kept')) : null,
    form, h('p', { class: 'gap' }, say('door.worried')),
  ] };
}

async function tryDate(form, wrong, button) {
  const tell = (text) => { wrong.textContent = text; wrong.hidden = false; };
  const date = dateOf(form);
  if (!date) {
    tell(say('door.no-date'));
    form.elements.day.focus();
    return;
  }
  button.disabled = true;
  button.textContent = say('app.wait');
  const failure = await redeem(date);
  button.disabled = false;
  button.textContent = say('door.open');
  if (failure) tell(failure);
}

function dateOf({ elements }) {
  const [day, month, year] = ['day', 'month', 'year'].map((name) => digits(elements[name].value.trim()));
  if (![day, month].every((part) => /^[0-9]{1,2}$/.test(part)) || !/^[0-9]{4}$/.test(year)) return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

// An Arabic keyboard may write its own digits.
const digits = (text) => text.replace(/[\u0660-\u0669]/g, (digit) => digit.charCodeAt(0) - 0x660).replace(/[\u06f0-\u06f9]/g, (digit) => digit.charCodeAt(0) - 0x6f0);

async function redeem(birthDate) {
  try {
    const answer = await post('/api/enrol', { link: link.enrol.token, birthDate, device: kindOfDevice(), secret: ownSecret() });
    if (answer.status === 429) return say('door.slow');
    if (answer.status >= 500) return say('door.down');
    if (!answer.ok) return say('door.shut');
    const { episode, token } = await answer.json();
    await letIn(episode, token);
    return null;
  } catch {
    return say('door.down');
  }
}

// Chosen here and kept: where the answer is lost, asking again with it gives the same again.
function ownSecret() {
  if (!link.enrol.secret) {
    const bytes = String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32)));
    link.enrol.secret = btoa(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace('=', '');
    write('enrol', link.enrol);
  }
  return link.enrol.secret;
}

// Only the kind of machine, so that she knows her phones apart in the list: no name, no version.
function kindOfDevice() {
  const { userAgent, maxTouchPoints } = navigator;
  if (/iPhone|iPod/.test(userAgent)) return 'iphone';
  if (/iPad/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)) return 'ipad';
  if (/Android/.test(userAgent)) return /Mobile/.test(userAgent) ? 'android-phone' : 'android-tablet';
  return /Windows|Macintosh|Linux|CrOS/.test(userAgent) ? 'computer' : 'other';
}
