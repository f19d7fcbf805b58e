// What became of the last answers: sent or not, which level, who has seen it, what to do.
import { h, go } from './dom.js';
import { keptForEpisode, link } from './episode.js';
import { callButtons, crisisLine, downWords, emergencyLineWords, levelCard, meanwhile, monitoring, numberLink, openStatus, redFlags, seenCard, top, toToday, twentyMinutes } from './pieces.js';
import { atLeast, dayWord, telephone, titleOf } from './words.js';
import { when } from './time.js';
import { keepsNothing } from './kept.js';
import { againButton, savedPart } from './saved.js';
import { foot } from './today.js';

export function result() {
  const last = keptForEpisode('last');
  const content = !last ? [levelPart()] : last.outcome === 'waiting' ? (monitoring() && last.level ? savedPart(last) : waitingPart(last)) : last.outcome === 'refused' ? refusedPart(last) : sentPart(last);
  return { title: 'Your answers', kind: 'page', place: null, content: [content, onwards(last), foot()] };
}

/** Not sent: the numbers first, because nobody else can see this answer. */
function waitingPart(last) {
  const number = link.view.clinic.emergencyNumber;
  const heading = last.emergency ? `Call ${number} now` : last.grave ? 'Call the clinic now' : 'Not sent';
  return [
    h('section', { class: 'card card-urgent', 'aria-label': 'What to do' },
      h('h1', null, heading),
      h('p', { class: 'gap-small' }, h('b', null, 'Not sent. '), `${downWords()} Nobody at the clinic can see your answers of ${when(last.at)}.`),
      callButtons(last.emergency), last.crisis ? crisisLine() : null, last.emergency ? null : emergencyLineWords(),
      last.grave || last.emergency ? h('p', { class: 'gap-small' }, `${twentyMinutes()} Until then: no massage, no ice, no pressure.`) : null),
    h('section', { class: 'card seen', 'aria-label': 'The clinic' },
      h('p', null, keepsNothing() ? 'Your phone does not let us keep your answers. Keep this page open: it tries again by itself.' : 'This phone keeps your answers and tries again by itself.'),
      againButton()),
  ];
}

function refusedPart(last) {
  const { clinic } = link.view;
  return h('section', { class: 'card card-same-day', 'aria-label': 'Not taken' }, h('h1', null, 'The clinic did not take this'),
    h('p', { class: 'gap-small' }, last.why ?? 'The server gave no reason.'),
    h('p', null, 'Worried? Call ', numberLink(clinic.emergencyLine), '.'));
}

function sentPart(last) {
  if (!monitoring()) {
    return [h('section', { class: 'card seen', 'aria-label': 'The clinic' },
      h('h1', null, `Sent ${when(last.sentAt)}`), h('p', null, `Staff at ${link.view.clinic.name} can now read your answers. This page cannot tell you how serious they are. Read the list.`)),
    redFlags('h2')];
  }
  return levelPart(last);
}

function levelPart(last) {
  const status = openStatus();
  if (status && atLeast(status.level, 'soon')) return [levelCard(status, 'h1'), seenCard(status), meanwhile(status)];
  if (!last) return h('section', { class: 'card card-ok' }, h('h1', null, 'Nothing is open'), h('p', null, 'Answer your check-ins. Worried? Tell us at any time.'));
  return calm(last);
}

/** No level is open: what was sent, and when to call all the same. Never a comfort that is not known. */
function calm(last) {
  const { clinic, day } = link.view;
  const level = last.level ?? 'self-care';
  const worse = last.kind === 'massage' ? link.view.today.massage.why : null;
  return [
    h('section', { class: 'card card-ok', 'aria-label': 'What to do' }, h('h1', null, titleOf(level)),
      h('p', { class: 'gap-small' }, level === 'self-care'
        ? `It is ${dayWord(day).toLowerCase()}. Call us if it gets worse or you see a pale patch.`
        : 'It is noted for your review. Call us if it gets worse or you see a pale patch.'),
      worse ? h('p', null, worse) : null),
    h('section', { class: 'card seen', 'aria-label': 'The clinic' }, h('p', { class: 'seen-state' }, `Sent ${when(last.sentAt)}`),
      h('p', { class: 'soft middling' }, 'Saved by the clinic. These answers do not ring anybody.'),
      h('p', null, 'Worse later? ', h('a', { href: telephone(clinic.emergencyLine) }, `Call ${clinic.emergencyLine}`), ' or tap "I am worried".')),
  ];
}

function onwards(last) {
  const unfinished = last?.half;
  return h('div', { class: 'actions' },
    unfinished ? h('button', { class: 'button', type: 'button', onclick: () => history.back() }, 'Go on with the questions') : null,
    h('div', { class: 'buttons buttons-two' }, h('a', { class: 'button', href: '#/card/doctor' }, 'For the doctor'), h('button', { class: 'button', type: 'button', 'data-key': 'today', onclick: toToday }, 'Today')));
}
