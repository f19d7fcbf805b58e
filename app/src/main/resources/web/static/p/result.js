// What became of the last answers: sent or not, which level, who has seen it, what to do.
import { h, go } from './dom.js';
import { keptForEpisode, link } from './episode.js';
import { flagged, fromServer, levelTitle } from './beside.js';
import { callButtons, crisisLine, downWords, emergencyLineWords, levelCard, meanwhile, monitoring, numberLink, openStatus, redFlags, seenCard, toToday, twentyMinutes } from './pieces.js';
import { say, woven } from './say.js';
import { atLeast } from './words.js';
import { when } from './time.js';
import { keepsNothing } from './kept.js';
import { againButton, savedPart } from './saved.js';
import { foot } from './today.js';

export function result() {
  const last = keptForEpisode('last');
  const content = !last ? [levelPart()] : last.outcome === 'waiting' ? (monitoring() && last.level ? savedPart(last) : waitingPart(last)) : last.outcome === 'refused' ? refusedPart(last) : sentPart(last);
  return { title: say('result.title'), kind: 'page', place: null, content: [content, onwards(last), foot()] };
}

/** Not sent: the numbers first, because nobody else can see this answer. */
function waitingPart(last) {
  const number = link.view.clinic.emergencyNumber;
  const heading = last.emergency ? flagged('red-flags.call-now', { number }) : last.grave ? flagged('red-flags.call-clinic-now') : say('net.not-sent');
  return [
    h('section', { class: 'card card-urgent', 'aria-label': say('app.what-to-do') },
      h('h1', null, heading),
      h('p', { class: 'gap-small' }, h('b', null, say('result.not-sent'), ' '), `${downWords()} ${say('result.nobody-sees', { when: when(last.at) })}`),
      callButtons(last.emergency), last.crisis ? crisisLine() : null, last.emergency ? null : emergencyLineWords(),
      last.grave || last.emergency ? h('p', { class: 'gap-small' }, twentyMinutes(), ' ', flagged('red-flags.until-then')) : null),
    h('section', { class: 'card seen', 'aria-label': say('app.the-clinic') },
      h('p', null, keepsNothing() ? say('result.keep-open') : say('result.tries-again')),
      againButton()),
  ];
}

function refusedPart(last) {
  const { clinic } = link.view;
  return h('section', { class: 'card card-same-day', 'aria-label': say('result.not-taken') }, h('h1', null, say('result.not-taken-this')),
    h('p', { class: 'gap-small' }, last.why ? fromServer(last.why) : say('app.no-reason')),
    h('p', null, woven('call.worried', { number: numberLink(clinic.emergencyLine) })));
}

function sentPart(last) {
  if (!monitoring()) {
    return [h('section', { class: 'card seen', 'aria-label': say('app.the-clinic') },
      h('h1', null, say('result.sent', { when: when(last.sentAt) })), h('p', null, say('result.staff-reads', { clinic: link.view.clinic.name }), ' ', flagged('red-flags.no-server'))),
    redFlags('h2')];
  }
  return levelPart(last);
}

function levelPart(last) {
  const status = openStatus();
  if (status && atLeast(status.level, 'soon')) return [levelCard(status, 'h1'), seenCard(status), meanwhile(status)];
  if (!last) return h('section', { class: 'card card-ok' }, h('h1', null, say('result.nothing-open')), h('p', null, say('result.nothing-open-what')));
  return calm(last);
}

/** No level is open: what was sent, and when to call all the same. Never a comfort that is not known. */
function calm(last) {
  const { clinic, day } = link.view;
  const level = last.level ?? 'self-care';
  const worse = last.kind === 'massage' ? link.view.today.massage.why : null;
  return [
    h('section', { class: 'card card-ok', 'aria-label': say('app.what-to-do') }, h('h1', null, levelTitle(level)),
      h('p', { class: 'gap-small' }, level !== 'self-care' ? say('result.noted') : day === 0 ? say('result.is-day-of') : say('result.is-day', { day }), ' ', flagged('red-flags.worse-or-pale')),
      worse ? h('p', null, worse) : null),
    h('section', { class: 'card seen', 'aria-label': say('app.the-clinic') }, h('p', { class: 'seen-state' }, say('result.sent', { when: when(last.sentAt) })),
      h('p', { class: 'soft middling' }, say('result.saved')),
      h('p', null, woven('call.worse-later', { number: numberLink(clinic.emergencyLine) }))),
  ];
}

function onwards(last) {
  const unfinished = last?.half;
  return h('div', { class: 'actions' },
    unfinished ? h('button', { class: 'button', type: 'button', onclick: () => history.back() }, say('result.go-on')) : null,
    h('div', { class: 'buttons buttons-two' }, h('a', { class: 'button', href: '#/card/doctor' }, say('result.for-doctor')), h('button', { class: 'button', type: 'button', 'data-key': 'today', onclick: toToday }, say('app.today'))));
}
