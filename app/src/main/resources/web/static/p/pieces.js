// Pieces that several pages show: ways to call, the level card, what the clinic has seen, the fixed list.
import { h, s, go } from './dom.js';
import { link, waiting } from './episode.js';
import { english, flagged, flaggedLines } from './beside.js';
import { inSentence, say, woven } from './say.js';
import { atLeast, telephone, whole } from './words.js';
import { clock, inWords, now, since, sinceHere, when } from './time.js';
import { keepsNothing } from './kept.js';
import { onlyHere } from './saved.js';

export const monitoring = () => link.view.use === 'monitoring';

/** A level that is open and may be shown to the patient, or null. */
export const openStatus = () => (monitoring() ? link.view.status : null);

/** The check-in that is due now, of whatever form, if there is one. */
export function openCheckIn() {
  return link.view.today.tasks.find((task) => task.state === 'open' && task.form && task.activity !== 'massage');
}

/** Whether a massage may be begun: the clinic says so, and nothing serious is open (the same hold twice, on purpose). */
export function massageOpen() {
  const { status, today } = link.view;
  return today.massage.state === 'open' && !(status && atLeast(status.level, 'same-day'));
}

/** Call buttons, the most useful first; emergencyFirst puts the emergency number on top. */
export function callButtons(emergencyFirst, clinic = link.view.clinic) {
  const emergency = h('a', { class: `button ${emergencyFirst ? 'button-call' : 'button-call-next'}`, href: telephone(clinic.emergencyNumber) }, say('call.number', { number: clinic.emergencyNumber }));
  const line = h('a', { class: `button ${emergencyFirst ? 'button-call-next' : 'button-call'}`, href: telephone(clinic.emergencyLine) },
    emergencyFirst ? say('call.clinic', { number: whole(clinic.emergencyLine) }) : say('call.number', { number: whole(clinic.emergencyLine) }));
  const second = h('a', { class: 'button button-call-next', href: telephone(clinic.secondNumber) }, say('call.or', { number: whole(clinic.secondNumber) }));
  return h('div', { class: 'buttons' }, emergencyFirst ? [emergency, line, second] : [line, second]);
}

/** A number that calls when it is tapped. */
export const numberLink = (number) => h('a', { href: telephone(number), dir: 'ltr' }, number);

/** The line that is always true beside the clinic's numbers. */
export function emergencyLineWords() {
  const number = link.view.clinic.emergencyNumber;
  return h('p', { class: 'middling after-button' }, flagged('red-flags.breathe', { number: numberLink(number) }));
}

export function crisisLine() {
  const { crisisLine: words, source } = link.view.words ?? {};
  return words ? h('p', null, words, english(source?.crisisLine)) : null;
}

/** Whether the finding is that nothing was heard: then the patient told and sent nothing, and no page may say so. */
export const isUnheard = (status) => status?.reportedBy === 'nobody' || Boolean(status?.alerts?.[0]?.startsWith('silence.'));

/** The card of the worst open finding. */
export function levelCard(status, heading) {
  if (isUnheard(status)) return unheardCard(status, heading);
  const grave = atLeast(status.level, 'urgent');
  const kind = grave ? 'urgent' : atLeast(status.level, 'soon') ? status.level : 'ok';
  return h('section', { class: `card card-${kind}`, 'aria-label': say('app.what-to-do') },
    h(heading, null, status.level === 'emergency' ? flagged('red-flags.call-now', { number: link.view.clinic.emergencyNumber }) : [status.levelTitle, english(status.source?.levelTitle)]),
    grave ? callButtons(status.level === 'emergency') : null,
    grave && status.level !== 'emergency' ? emergencyLineWords() : null,
    status.because?.length > 0 && h('ul', { class: 'told' }, beside(status.because, status.source?.because)),
    status.text && h('p', { class: 'gap-small' }, status.text, english(status.source?.text)),
    !grave && atLeast(status.level, 'soon')
      ? h('p', { class: 'gap-small' }, woven('call.worse', { number: numberLink(link.view.clinic.emergencyLine) }))
      : null);
}

// Not heard from: since when, and the one thing that ends it. A complete check-in closes it by itself.
function unheardCard(status, heading) {
  return h('section', { class: `card card-${status.level}`, 'aria-label': say('app.what-to-do') },
    h(heading, null, say('unheard.title')),
    h('p', { class: 'gap-small' }, heardWords(status)),
    h('p', null, say('unheard.please')),
    h('div', { class: 'buttons' }, h('button', { class: 'button button-solid', type: 'button', 'data-key': 'next', onclick: () => go('check-in') }, say('unheard.start'))),
    h('p', { class: 'gap-small' }, say('unheard.if-not', { what: inSentence(status.levelTitle) })),
    h('p', null, woven('call.worried', { number: numberLink(link.view.clinic.emergencyLine) })));
}

// Where the clinic does not say when it last heard from her, the last answers that it shows say what is known.
function heardWords({ heard }) {
  if (heard) return say('unheard.since', { since: since(heard) });
  if (heard === null) return say('unheard.never');
  const last = link.view.course.at(-1);
  return last ? say('unheard.last', { when: when(last.at) }) : say('unheard.none');
}

/** Who has seen it, since when it waits, and what happens by when. Says only what is known. */
export function seenCard(status) {
  if (onlyHere(status)) return onlyHere(status);
  const seen = status.seen;
  const state = seen ? say('seen.by', { name: seen.by, when: when(seen.at) }) : say('seen.not-yet');
  return h('section', { class: 'card seen', 'aria-label': say('app.the-clinic') },
    h('p', { class: 'seen-state' }, h('span', { class: seen ? 'dot dot-seen' : 'dot', 'aria-hidden': 'true' }), state),
    h('p', { class: 'soft middling' }, `${sinceWords(status)} ${seen ? '' : say('seen.unopened')}`),
    status.answered ? h('p', null, say('seen.dealing', { name: status.answered.by, since: since(status.answered.at) })) : null,
    status.goAt ? goWords(status) : status.checkAt ? checkWords(status) : status.actBy && !seen ? actWords(status) : null,
    link.downSince ? h('p', { class: 'soft middling' }, `${downWords()} ${say('seen.may-have-changed')}`) : null);
}

// What she sent, what the clinic noted for her, and what nobody reported are three different things.
function sinceWords(status) {
  if (isUnheard(status)) return say('seen.listed', { since: since(status.reported) });
  const at = when(status.reported);
  return status.reportedBy === 'clinic' ? say('seen.noted', { when: at }) : say('seen.sent', { when: at });
}

function goWords(status) {
  const place = link.view.clinic.emergencyDepartment;
  const past = now() >= Date.parse(status.goAt);
  const where = place ? `${place.name}${place.address ? `, ${place.address}` : ''}` : say('red-flags.nearest');
  return [
    !status.seen || !past ? bar(status) : null,
    h('p', null, past ? [h('b', null, flagged('red-flags.past', { time: clock(status.goAt) }), ' '), flagged('red-flags.past-what')]
      : flagged('red-flags.no-answer-by', { time: h('b', null, clock(status.goAt)), in: inWords(status.goAt) })),
    h('p', { class: 'middling' }, h('b', null, where)),
  ];
}

function checkWords(status) {
  return h('p', null, flagged('red-flags.not-seen-by', { time: h('b', null, clock(status.checkAt)) }));
}

function actWords(status) {
  const past = now() >= Date.parse(status.actBy);
  const values = { when: when(status.actBy), number: link.view.clinic.emergencyLine };
  if (past) return h('p', null, isUnheard(status) ? say('seen.no-contact', values) : say('seen.no-answer', values));
  return h('p', null, isUnheard(status) ? say('seen.must-contact', values) : say('seen.must-answer', values));
}

function bar(status) {
  const from = Date.parse(status.reported);
  const share = Math.min(1, Math.max(0, (now() - from) / Math.max(1, Date.parse(status.goAt) - from)));
  return s('svg', { class: 'wide-bar', viewBox: '0 0 100 8', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    s('rect', { class: 'bar-track', width: 100, height: 8 }), s('rect', { class: 'bar-fill-urgent', width: share * 100, height: 8 }));
}

// Lines and their English: side by side where there are as many of them, else one after the other.
function beside(lines, source = []) {
  if (lines.length === source.length) return lines.map((line, at) => h('li', null, line, english(source[at])));
  return [lines.map((line) => h('li', null, line)), source.map((line) => h('li', null, english(line)))];
}

/** What to do until somebody comes. */
export function meanwhile(status) {
  if (!status.meanwhile?.length) return null;
  return h('section', { 'aria-label': say('seen.meanwhile') }, h('h2', { class: 'over' }, say('seen.meanwhile')),
    h('div', { class: 'card' }, h('ul', { class: 'rows' }, beside(status.meanwhile, status.source?.meanwhile))));
}

/** The same red flags for everybody, each list with its numbers. */
export function redFlags(heading, clinic = link.view.clinic) {
  return h('section', { class: 'card card-urgent', 'aria-label': say('card.when-to-call') },
    h(heading, null, flagged('red-flags.any-emergency', { number: clinic.emergencyNumber })),
    h('ul', { class: 'flags gap-small' }, flaggedLines('red-flags.emergency').map((sign) => h('li', null, sign))),
    h('div', { class: 'buttons' }, h('a', { class: 'button button-call', href: telephone(clinic.emergencyNumber) }, say('call.number', { number: clinic.emergencyNumber }))),
    h('h2', { class: 'gap' }, flagged('red-flags.any-urgent')),
    h('ul', { class: 'flags gap-small' }, flaggedLines('red-flags.urgent').map((sign) => h('li', null, sign))),
    callButtons(false, clinic),
    h('p', { class: 'gap' }, h('b', null, twentyMinutes())));
}

export const twentyMinutes = () => flagged('red-flags.twenty-minutes');

/** Since when the clinic cannot be reached, or nothing. */
export function downWords() {
  if (!link.downSince) return '';
  const at = { since: sinceHere(link.downSince) };
  return link.serverSilent ? say('net.silent', at) : say('net.none', at);
}

/** What has not reached the clinic, said plainly. */
export function notSent() {
  const count = waiting().filter((event) => !event.photo).length;
  const photos = waiting().length - count;
  if (count === 0 && photos > 0) return photosNotSent(photos);
  if (count === 0 && !link.downSince) return null;
  const clinic = link.view.clinic;
  const down = link.downSince ? `${downWords()} ` : '';
  if (count === 0) {
    return h('p', { class: 'card middling note', role: 'status' }, `${down}${say('net.knows-from', { when: when(link.told.now) })}`);
  }
  return h('div', { class: 'card card-same-day note', role: 'status' },
    h('h2', null, say('net.not-sent')),
    h('p', { class: 'gap-small' }, `${down}${say('net.missing', { count })} ${keepsNothing() ? say('net.keep-open') : say('net.tries-again')}`),
    h('p', null, woven('call.worried-two', { number: numberLink(clinic.emergencyLine), second: numberLink(clinic.secondNumber) })));
}

// A photo that waits is no answer that waits: nothing is decided by it.
function photosNotSent(count) {
  return h('p', { class: 'card middling note', role: 'status' }, `${link.downSince ? `${downWords()} ` : ''}${say('net.photos', { count })}`);
}

/** The top line of a page that belongs to a task. */
export function top(label, where, right) {
  return h('div', { class: 'page-top' }, h('button', { class: 'button button-quiet', type: 'button', onclick: where }, label), right ?? h('span'));
}

export const toToday = () => go('today');
