// What is only on this phone: said as it is, with the level that the core on this phone gives, and never as
// if anybody at the clinic knew.
import { h } from './dom.js';
import { flush, isOnlyHere, link, notTaken, putAway, waiting } from './episode.js';
import { keepsNothing } from './kept.js';
import { callButtons, downWords, emergencyLineWords, levelCard, meanwhile, numberLink, openStatus, twentyMinutes } from './pieces.js';
import { unreadableEntries } from './queue.js';
import { clock, when } from './time.js';
import { atLeast, titleOf } from './words.js';

/** The button that sends what waits. */
export const againButton = () => h('div', { class: 'buttons' }, h('button', { class: 'button', type: 'button', 'data-key': 'again', onclick: () => flush() }, 'Try again now'));

/** Where the last answers are, in one line. */
export function savedWords(at) {
  return keepsNothing() ? 'Only in this open page: your phone does not let us keep it. Keep the page open.' : `Saved on this phone ${when(at)}.`;
}

/** In the place of "seen by": the clinic does not have these answers yet. */
export function savedCard(at, grave) {
  const state = link.sending && !link.downSince ? 'Sending now.' : `${downWords()} This phone tries again by itself.`;
  return h('section', { class: 'card seen', 'aria-label': 'The clinic' },
    h('p', { class: 'seen-state' }, h('span', { class: 'dot', 'aria-hidden': 'true' }), 'Not at the clinic yet'),
    h('p', { class: 'soft middling' }, `${savedWords(at)} ${state} Nobody at the clinic can see it.`),
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
    h('section', { class: 'card card-ok', 'aria-label': 'What to do' }, h('h1', null, titleOf(last.level)),
      h('p', { class: 'gap-small' }, 'Your phone checked your answers by the rules of your clinic. Call us if it gets worse or you see a pale patch: ',
        numberLink(clinic.emergencyLine), '.')),
    savedCard(last.at, false),
  ];
}

// The clinic shows no finding for it, but the answer was serious: the numbers stand first all the same.
function callFirst(last) {
  const emergency = last.level === 'emergency';
  return h('section', { class: 'card card-urgent', 'aria-label': 'What to do' },
    h('h1', null, emergency ? `Call ${link.view.clinic.emergencyNumber} now` : titleOf(last.level)),
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
  const call = () => ['Worried? Call ', numberLink(clinic.emergencyLine), '.'];
  const refused = notTaken().map(({ event, why }) => h('section', { class: 'card card-same-day call-strip', role: 'status', 'aria-label': 'Not taken' },
    h('h2', null, `The clinic did not take ${whatOf(event)} of ${clock(event.at)}`),
    h('p', { class: 'gap-small' }, why ?? 'The server gave no reason.'),
    h('p', null, 'This phone keeps it. ', ...call()),
    h('div', { class: 'buttons' }, h('button', { class: 'button', type: 'button', 'data-key': `away-${event.id}`, onclick: () => putAway(event.id) }, 'I have read this'))));
  const lost = unreadableEntries();
  return [...refused, lost === 0 ? null : h('section', { class: 'card card-same-day call-strip', role: 'status', 'aria-label': 'Not readable' },
    h('h2', null, 'Please tell us again'),
    h('p', { class: 'gap-small' }, `This phone cannot read ${lost === 1 ? 'an answer' : `${lost} answers`} that it kept. The clinic does not have ${lost === 1 ? 'it' : 'them'}. `, ...call()))];
}

function whatOf({ type }) {
  return { 'check-in': 'your check-in', 'contact': 'your message', 'massage-started': 'the start of your massage', 'massage-ended': 'the end of your massage' }[type] ?? 'something';
}
