// Her own phones: which are in, since when, and how to sign any of them out or let one more in.
import { app } from './app.js';
import { drawn, qr } from './qr.js';

const { call, go, h, posting, say, when } = app;

const KINDS = ['iphone', 'ipad', 'android-phone', 'android-tablet', 'computer'];
const LIST_MS = 60000;

let known = null;
let asking = false;
let askedAt = 0;
let fresh = null;
let note = null;

/** What stands below the heading of the section in the page "This phone"; `redraw` is called when there is news. */
export function devices(redraw) {
  if (!asking && (!known || Date.now() - askedAt > LIST_MS)) load(redraw);
  return [note ? h('p', { role: 'status' }, note) : null,
    known === null ? null : known === 'offline' ? h('p', null, say('devices.offline')) : list(known, redraw), oneMore(redraw),
    h('div', { class: 'gap' }, h('h3', null, say('helpers.title')), h('div', { class: 'buttons' }, h('button', { class: 'button', type: 'button', 'data-key': 'helpers', onclick: () => go('helpers') }, say('helpers.open'))))];
}

async function load(redraw) {
  asking = true;
  try {
    const answer = await call('/devices', {});
    known = (answer.ok ? (await answer.json()).devices : null) ?? 'offline';
  } catch {
    known = 'offline';
  }
  asking = false;
  askedAt = Date.now();
  redraw();
}

const kindWords = (kind) => say(`devices.kind-${KINDS.includes(kind) ? kind : 'other'}`);

function list(all, redraw) {
  const others = all.filter((each) => !each.this);
  return [
    h('ul', { class: 'rows' }, all.map((each) => h('li', null,
      h('b', null, each.this ? say('devices.this', { kind: kindWords(each.kind) }) : kindWords(each.kind)),
      h('p', { class: 'soft middling' }, `${say('devices.since', { when: when(each.since) })} ${each.seen ? say('devices.seen', { when: when(each.seen) }) : ''}`),
      each.this ? null : h('div', { class: 'buttons' }, h('button', { class: 'button', type: 'button', 'data-key': `end-${each.id}`, onclick: () => end(each.id, redraw) }, say('devices.end')))))),
    others.length > 1 ? h('div', { class: 'buttons' }, h('button', { class: 'button', type: 'button', 'data-key': 'end-others', onclick: () => end('others', redraw) }, say('devices.others'))) : null,
  ];
}

async function end(device, redraw) {
  try {
    const answer = await call('/devices/end', posting({ device }));
    note = answer.ok ? say('devices.ended') : say('devices.offline');
    // The clinic has withdrawn the link with it.
    if (answer.ok) fresh = null;
  } catch {
    note = say('devices.offline');
  }
  known = null;
  redraw();
}

function oneMore(redraw) {
  return h('div', { class: 'gap' }, h('h3', null, say('devices.more')), h('p', { class: 'soft middling' }, say('devices.more-why')),
    fresh ? [h('p', null, say('devices.scan')), drawn(qr(fresh), say('devices.code')), h('p', { class: 'own-link', dir: 'ltr' }, fresh)]
      : h('div', { class: 'buttons' }, h('button', { class: 'button', type: 'button', 'data-key': 'one-more', onclick: () => make(redraw) }, say('devices.make'))));
}

async function make(redraw) {
  try {
    const answer = await call('/link', posting({}));
    fresh = answer.ok ? (await answer.json()).patientLink : null;
    note = answer.ok ? null : say('devices.offline');
  } catch {
    note = say('devices.offline');
  }
  redraw();
}
