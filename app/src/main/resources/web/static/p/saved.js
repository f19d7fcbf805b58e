// What is only on this phone: said as it is, with the level that the core on this phone gives, and never as
// if anybody at the clinic knew.
import { flagged, fromServer, levelTitle } from './beside.js';
import { h } from './dom.js';
import { flush, isOnlyHere, link, notTaken, putAway, waiting } from './episode.js';
import { keepsNothing } from './kept.js';
import { callButtons, downWords, emergencyLineWords, levelCard, meanwhile, numberLink, openStatus, twentyMinutes } from './pieces.js';
import { unreadableEntries } from './queue.js';
import { clock, when } from './time.js';
import { say, woven } from './say.js';
import { atLeast } from './words.js';

const TAKEN = ['check-in', 'contact', 'massage-started', 'massage-ended', 'photo-taken'];

/** The button that sends what waits. */
export const againButton = () => h('div', { class: 'buttons' }, h('button', { class: 'button', type: 'button', 'data-key': 'again', onclick: () => flush() }, say('saved.again')));

/** Where the last answers are, in one line. */
export function savedWords(at) {
  return keepsNothing() ? say('saved.in-page') : say('saved.on-phone', { when: when(at) });
}

/** In the place of "seen by": the clinic does not have these answers yet. */
export function savedCard(at, grave) {
  const state = link.sending && !link.downSince ? say('saved.sending') : `${downWords()} ${say('saved.tries-again')}`;
  return h('section', { class: 'card seen', 'aria-label': say('app.the-clinic') },
    h('p', { class: 'seen-state' }, h('span', { class: 'dot', 'aria-hidden': 'true' }), say('saved.not-there')),
    h('p', { class: 'soft middling' }, `${savedWords(at)} ${state} ${say('saved.nobody-sees')}`),
    grave ? h('p', null, h('b', null, twentyMinutes())) : null,
    againButton());
}

/** The result of answers that wait, where the core on this phone has decided about them. */
export function savedPart(last) {
  const status = openStatus();
  if (status && atLeast(status.level, 'soon') && !atLeast(last.level, status.level)) {
    return [levelCard(status, 'h1'), savedCard(last.at, atLeast(status.level, 'urgent'))];
  }
  if (status && atLeast(status.level, 'soon')) return [levelCard(status, 'h1'), savedCard(last.at, atLeast(status.level, 'urgent')), meanwhile(status)];
  if (atLeast(last.level, 'urgent')) return [callFirst(last), savedCard(last.at, true)];
  const { clinic } = link.view;
  return [
    h('section', { class: 'card card-ok', 'aria-label': say('app.what-to-do') }, h('h1', null, levelTitle(last.level)),
      h('p', { class: 'gap-small' }, say('saved.checked-here'), ' ', flagged('red-flags.worse-or-pale-number', { number: numberLink(clinic.emergencyLine) }))),
    savedCard(last.at, false),
  ];
}

// The clinic shows no finding for it, but the answer was serious: the numbers stand first all the same.
function callFirst(last) {
  const emergency = last.level === 'emergency';
  return h('section', { class: 'card card-urgent', 'aria-label': say('app.what-to-do') },
    h('h1', null, emergency ? flagged('red-flags.call-now', { number: link.view.clinic.emergencyNumber }) : levelTitle(last.level)),
    callButtons(emergency), emergency ? null : emergencyLineWords());
}

/** In the place of the clinic's state, where a finding is only this phone's. */
export function onlyHere(status) {
  if (!isOnlyHere(status)) return null;
  const first = waiting()[0] ?? notTaken()[0]?.event;
  return savedCard(first?.at ?? status.reported, atLeast(status.level, 'urgent'));
}

/** What the clinic did not take, and what this phone cannot read any more: both stay until they are put away. */
export function keptBack() {
  const { clinic } = link.view;
  const call = () => woven('call.worried', { number: numberLink(clinic.emergencyLine) });
  const refused = notTaken().map(({ event, why }) => h('section', { class: 'card card-same-day call-strip', role: 'status', 'aria-label': say('result.not-taken') },
    h('h2', null, say(`saved.${TAKEN.includes(event.type) ? event.type : 'something'}`, { time: clock(event.at) })),
    h('p', { class: 'gap-small' }, why ? fromServer(why) : say('app.no-reason')),
    h('p', null, event.photo ? say('saved.photo-again') : say('saved.kept'), ' ', ...call()),
    h('div', { class: 'buttons' }, h('button', { class: 'button', type: 'button', 'data-key': `away-${event.id}`, onclick: () => putAway(event.id) }, say('saved.have-read')))));
  const lost = unreadableEntries();
  return [...refused, lost === 0 ? null : h('section', { class: 'card card-same-day call-strip', role: 'status', 'aria-label': say('saved.not-readable') },
    h('h2', null, say('saved.tell-again')),
    h('p', { class: 'gap-small' }, say('saved.lost', { count: lost }), ' ', ...call()))];
}
