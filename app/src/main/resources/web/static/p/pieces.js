// Pieces that several pages show: ways to call, the level card, what the clinic has seen, the fixed list.
import { h, s, go } from './dom.js';
import { link, waiting } from './episode.js';
import { EMERGENCY_SIGNS, URGENT_SIGNS } from './red-flags.js';
import { atLeast, telephone, whole } from './words.js';
import { clock, inWords, now, phoneClock, when } from './time.js';
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
export function callButtons(emergencyFirst) {
  const clinic = link.view.clinic;
  const emergency = h('a', { class: `button ${emergencyFirst ? 'button-call' : 'button-call-next'}`, href: telephone(clinic.emergencyNumber) }, `Call ${clinic.emergencyNumber}`);
  const line = h('a', { class: `button ${emergencyFirst ? 'button-call-next' : 'button-call'}`, href: telephone(clinic.emergencyLine) },
    `${emergencyFirst ? 'Clinic' : 'Call'} ${whole(clinic.emergencyLine)}`);
  const second = h('a', { class: 'button button-call-next', href: telephone(clinic.secondNumber) }, `Or call ${whole(clinic.secondNumber)}`);
  return h('div', { class: 'buttons' }, emergencyFirst ? [emergency, line, second] : [line, second]);
}

/** A number that calls when it is tapped. */
export const numberLink = (number) => h('a', { href: telephone(number) }, number);

/** The line that is always true beside the clinic's numbers. */
export function emergencyLineWords() {
  const number = link.view.clinic.emergencyNumber;
  return h('p', { class: 'middling after-button' }, 'Hard to breathe, cannot see well, face drooping, or fainting? ',
    h('a', { href: telephone(number) }, `Call ${number}`), '.');
}

export function crisisLine() {
  const words = link.view.words?.crisisLine;
  return words ? h('p', null, words) : null;
}

/** Whether the finding is that nothing was heard: then the patient told and sent nothing, and no page may say so. */
export const isUnheard = (status) => status?.reportedBy === 'nobody' || Boolean(status?.alerts?.[0]?.startsWith('silence.'));

/** The card of the worst open finding. */
export function levelCard(status, heading) {
  if (isUnheard(status)) return unheardCard(status, heading);
  const grave = atLeast(status.level, 'urgent');
  const kind = grave ? 'urgent' : atLeast(status.level, 'soon') ? status.level : 'ok';
  return h('section', { class: `card card-${kind}`, 'aria-label': 'What to do' },
    h(heading, null, status.level === 'emergency' ? `Call ${link.view.clinic.emergencyNumber} now` : status.levelTitle),
    grave ? callButtons(status.level === 'emergency') : null,
    grave && status.level !== 'emergency' ? emergencyLineWords() : null,
    status.because?.length > 0 && h('ul', { class: 'told' }, status.because.map((line) => h('li', null, line))),
    status.text && h('p', { class: 'gap-small' }, status.text),
    !grave && atLeast(status.level, 'soon')
      ? h('p', { class: 'gap-small' }, 'Getting worse? Call ', numberLink(link.view.clinic.emergencyLine), '.')
      : null);
}

// Not heard from: since when, and the one thing that ends it. A complete check-in closes it by itself.
function unheardCard(status, heading) {
  return h('section', { class: `card card-${status.level}`, 'aria-label': 'What to do' },
    h(heading, null, 'We have not heard from you'),
    h('p', { class: 'gap-small' }, heardWords(status)),
    h('p', null, 'Please check in now, so that the clinic knows how you are. About 90 seconds.'),
    h('div', { class: 'buttons' }, h('button', { class: 'button button-solid', type: 'button', 'data-key': 'next', onclick: () => go('check-in') }, 'Start the check-in')),
    h('p', { class: 'gap-small' }, `If you do not: ${lowerFirst(status.levelTitle)}.`),
    h('p', null, 'Worried? Call ', numberLink(link.view.clinic.emergencyLine), '.'));
}

// Where the clinic does not say when it last heard from her, the last answers that it shows say what is known.
function heardWords({ heard }) {
  if (heard) return `Not heard from since ${when(heard)}.`;
  if (heard === null) return 'Not heard from since your treatment.';
  const last = link.view.course.at(-1);
  return last ? `The last answers of yours that the clinic has are from ${when(last.at)}.` : 'The clinic has no answers of yours yet.';
}

const lowerFirst = (text) => text.charAt(0).toLowerCase() + text.slice(1);

/** Who has seen it, since when it waits, and what happens by when. Says only what is known. */
export function seenCard(status) {
  if (onlyHere(status)) return onlyHere(status);
  const seen = status.seen;
  const state = seen ? `Seen by ${seen.by} at ${when(seen.at)}` : 'Not yet seen by the clinic';
  return h('section', { class: 'card seen', 'aria-label': 'The clinic' },
    h('p', { class: 'seen-state' }, h('span', { class: seen ? 'dot dot-seen' : 'dot', 'aria-hidden': 'true' }), state),
    h('p', { class: 'soft middling' }, `${sinceWords(status)} ${seen ? '' : 'Nobody has opened it yet.'}`),
    status.answered ? h('p', null, `${status.answered.by} is dealing with it since ${when(status.answered.at)}.`) : null,
    status.goAt ? goWords(status) : status.checkAt ? checkWords(status) : status.actBy && !seen ? actWords(status) : null,
    link.downSince ? h('p', { class: 'soft middling' }, `${downWords()} This may have changed.`) : null);
}

// What she sent, what the clinic noted for her, and what nobody reported are three different things.
function sinceWords(status) {
  const at = when(status.reported);
  if (isUnheard(status)) return `On the clinic's list since ${at}.`;
  return status.reportedBy === 'clinic' ? `Noted by the clinic ${at}.` : `Sent ${at}.`;
}

function goWords(status) {
  const place = link.view.clinic.emergencyDepartment;
  const past = now() >= Date.parse(status.goAt);
  const where = place ? `${place.name}${place.address ? `, ${place.address}` : ''}` : 'The nearest emergency department';
  return [
    !status.seen || !past ? bar(status) : null,
    h('p', null, past ? [h('b', null, `It is past ${clock(status.goAt)}. `), 'If no clinician has spoken to you, go to the emergency department now. Take your product card.']
      : ['If no clinician has spoken to you by ', h('b', null, clock(status.goAt)), ` (${inWords(status.goAt)}), go to the emergency department. Take your product card.`]),
    h('p', { class: 'middling' }, h('b', null, where)),
  ];
}

function checkWords(status) {
  return h('p', null, 'Not being seen by ', h('b', null, clock(status.checkAt)), '? Go to the emergency department then. Take your product card.');
}

function actWords(status) {
  const past = now() >= Date.parse(status.actBy);
  return h('p', null, past
    ? `Nobody has ${isUnheard(status) ? 'contacted you' : 'answered'} by ${when(status.actBy)}. Please call ${link.view.clinic.emergencyLine}.`
    : `A person at the clinic must ${isUnheard(status) ? 'contact you' : 'answer'} by ${when(status.actBy)}. If nobody has, call ${link.view.clinic.emergencyLine}.`);
}

function bar(status) {
  const from = Date.parse(status.reported);
  const share = Math.min(1, Math.max(0, (now() - from) / Math.max(1, Date.parse(status.goAt) - from)));
  return s('svg', { class: 'wide-bar', viewBox: '0 0 100 8', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    s('rect', { class: 'bar-track', width: 100, height: 8 }), s('rect', { class: 'bar-fill-urgent', width: share * 100, height: 8 }));
}

export function meanwhile(status) {
  if (!status.meanwhile?.length) return null;
  return h('section', { 'aria-label': 'While you wait' }, h('h2', { class: 'over' }, 'While you wait'),
    h('div', { class: 'card' }, h('ul', { class: 'rows' }, status.meanwhile.map((line) => h('li', null, line)))));
}

/** The same red flags for everybody, each list with its numbers. */
export function redFlags(heading) {
  const clinic = link.view.clinic;
  return h('section', { class: 'card card-urgent', 'aria-label': 'When to call' },
    h(heading, null, `Any of these? Call ${clinic.emergencyNumber} now`),
    h('ul', { class: 'flags gap-small' }, EMERGENCY_SIGNS.map((sign) => h('li', null, sign))),
    h('div', { class: 'buttons' }, h('a', { class: 'button button-call', href: telephone(clinic.emergencyNumber) }, `Call ${clinic.emergencyNumber}`)),
    h('h2', { class: 'gap' }, 'Any of these? Call the clinic now'),
    h('ul', { class: 'flags gap-small' }, URGENT_SIGNS.map((sign) => h('li', null, sign))),
    callButtons(false),
    h('p', { class: 'gap' }, h('b', null, twentyMinutes())));
}

export function twentyMinutes() {
  return 'If no clinician has spoken to you within 20 minutes, go to the emergency department and take your product card.';
}

/** Since when the clinic cannot be reached, or nothing. */
export function downWords() {
  if (!link.downSince) return '';
  const since = phoneClock(link.downSince);
  return link.serverSilent ? `The clinic's server has not answered since ${since}.` : `No network since ${since}.`;
}

/** What has not reached the clinic, said plainly. */
export function notSent() {
  const count = waiting().length;
  if (count === 0 && !link.downSince) return null;
  const clinic = link.view.clinic;
  const since = link.downSince ? `${downWords()} ` : '';
  if (count === 0) {
    return h('p', { class: 'card middling note', role: 'status' }, `${since}What the clinic knows is from ${when(link.told.now)}.`);
  }
  return h('div', { class: 'card card-same-day note', role: 'status' },
    h('h2', null, 'Not sent'),
    h('p', { class: 'gap-small' }, `${since}The clinic does not have your last ${count === 1 ? 'answer' : `${count} answers`}. ${keepsNothing() ? 'Keep this page open: your phone does not let us keep them.' : 'This phone keeps them and tries again by itself.'}`),
    h('p', null, 'Worried? Call ', numberLink(clinic.emergencyLine), ' or ', numberLink(clinic.secondNumber), '.'));
}

/** The top line of a page that belongs to a task. */
export function top(label, where, right) {
  return h('div', { class: 'page-top' }, h('button', { class: 'button button-quiet', type: 'button', onclick: where }, label), right ?? h('span'));
}

export const toToday = () => go('today');
