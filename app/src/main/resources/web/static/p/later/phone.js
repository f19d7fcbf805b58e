// The page "This phone": what is kept on it, who else is in, its language, another name, a quick way out, and signing out.
import { app } from './app.js';
import { devices } from './devices.js';

const {
  LANGUAGES, changeLanguage, clock, endHere, foot, forgetAll, go, h, isDiscreet, keep, keepsNothing, language, leave, link, read, redraw, runs, say,
  settled, toToday, top, waiting, when, wordsAt, write,
} = app;

/** What this phone keeps, and how to take it away. */
export function page() {
  return { title: say('phone.title'), kind: 'page', place: 'phone', content: [
    top(say('app.close'), toToday),
    h('header', null, h('h1', null, say('phone.title'))),
    keeps(), link.view.helper ? null : phones(), chooseLanguage(), discreet(), quick(), link.view.helper ? null : leaving(), signOut(), foot(),
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

// The choice, each language by its own name.
function chooseLanguage() {
  const said = h('p', { class: 'middling', role: 'status' });
  const choose = async (tag) => {
    said.textContent = say('phone.language-asking');
    if (await changeLanguage(tag)) wordsAt(tag).forEach(keep);
    else said.textContent = say('phone.language-failed');
  };
  return h('section', { class: 'card gap' }, h('h2', null, say('phone.language')),
    h('p', { class: 'gap-small' }, say('phone.language-what')),
    h('fieldset', { class: 'switches' }, h('legend', { class: 'away' }, say('phone.language')), LANGUAGES.map(([tag, name]) => h('label', { class: 'switch', lang: tag },
      h('input', { type: 'radio', name: 'language', value: tag, 'data-key': `language-${tag}`, checked: tag === language(), onchange: () => choose(tag) }), h('span', { dir: 'auto' }, name)))), said);
}

function discreet() {
  const on = isDiscreet();
  return h('section', { class: 'card gap', 'aria-label': say('phone.discreet') }, h('h2', null, say('phone.discreet')),
    h('p', { class: 'gap-small' }, on ? say('phone.discreet-on', { plain: say('app.plain-name') }) : say('phone.discreet-off', { plain: say('app.plain-name') })),
    h('div', { class: 'buttons' }, h('button', { class: 'button', type: 'button', 'data-key': 'discreet', onclick: () => turn(!on) }, on ? say('phone.turn-off') : say('phone.turn-on'))));
}

function phones() {
  return h('section', { class: 'card gap', 'aria-label': say('devices.title') }, h('h2', null, say('devices.title')),
    h('p', { class: 'gap-small' }, say('devices.why')), devices(onDevices));
}

function onDevices() {
  if (location.hash === '#/phone') redraw();
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
