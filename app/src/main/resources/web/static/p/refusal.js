// Why there is no massage now: kindly, firmly, and always with who can change it.
import { h } from './dom.js';
import { link } from './episode.js';
import { aboutMassage } from './learn.js';
import { isUnheard, openStatus, top, toToday } from './pieces.js';
import { telephone } from './words.js';
import { clock, inWords, now, when } from './time.js';

const TITLES = {
  'not-ordered': 'Not turned on', 'stopped': 'Stopped', 'expired': 'The plan has ended', 'held': 'On hold',
  'suspended': 'Not for now', 'done-today': 'Done for today', 'too-soon': 'Too soon', 'not-yet': 'Not yet',
};

const massage = () => link.view.today.massage;
const person = () => massage().who ?? massage().practitioner ?? 'Your practitioner';

/** Short, so that it stands after "Massage" as well as alone. */
export const refusalTitle = () => TITLES[massage().reason] ?? 'No massage now';

/** Why, in the words of the plan. Of a silent patient nothing is said that she told. */
export function refusalWords() {
  const { reason, why } = massage();
  if (reason === 'held' && isUnheard(openStatus())) return 'Massage is on hold, because the clinic has not heard from you.';
  return why ?? 'A clinician must look at your answers first.';
}

// The engine's own limits, which nobody at the clinic can lift: only this filler, and only before this day.
const MASSAGED = 'hyaluronic-acid';
const LAST_DAY = 14;

/** Who can change it, and what nobody can. */
export function whoCanChange() {
  const { treatment, day } = link.view;
  if (treatment.filler !== MASSAGED) return 'This is a fixed rule for your filler. Nobody can turn it on.';
  if (day >= LAST_DAY) return `There is no massage from day ${LAST_DAY} on. Nobody can change that.`;
  switch (massage().state === 'open' ? 'held' : massage().reason) {
    case 'held': return `Only a clinician at ${link.view.clinic.name} can end the hold.`;
    case 'too-soon': return 'The time between two sessions is a fixed limit. Nobody can shorten it.';
    case 'not-yet': return `${person()} set this plan and can change it.`;
    case 'not-ordered': return `Only ${person()} can turn it on, for you alone.`;
    case 'stopped':
    case 'expired': return `Only ${person()} can order more.`;
    default: return `${person()} can change this.`;
  }
}

/** When the next session opens, where that is known and still to come. */
export function nextOpening() {
  const { opens, state } = massage();
  return state === 'refused' && opens && Date.parse(opens) > now() ? h('p', null, `The next one opens ${when(opens)}, ${inWords(opens)}.`) : null;
}

/** The sessions of today, as the clinic's record has them; nothing where it says nothing. */
export function doseLog() {
  const { sessions, perDay } = massage();
  if (!sessions?.length) return null;
  return h('section', { 'aria-label': 'Massage today' }, h('h2', { class: 'over' }, perDay > 0 ? `Today, ${sessions.length} of ${perDay}` : 'Today'),
    h('div', { class: 'card' }, h('ul', { class: 'rows' }, sessions.map((each) => h('li', { class: 'avoid avoid-last' }, h('span', null, clock(each.at)), h('span', { class: 'until' }, lasted(each)))))));
}

function lasted({ seconds, stopped }) {
  if (seconds === null || seconds === undefined) return 'begun, its end was not told';
  const words = seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min${seconds % 60 ? ` ${seconds % 60} s` : ''}`;
  return stopped ? `${words}, stopped early` : words;
}

/** The page of a refusal. */
export function refusal() {
  const { reason } = massage();
  const evidence = link.view.words?.massageEvidence;
  const { clinic } = link.view;
  return { title: 'Massage', kind: 'page', place: null, content: [
    top('Close', toToday, h('p', null, 'Massage')),
    h('section', { class: 'card card-next', 'aria-label': 'Massage' }, h('h1', null, refusalTitle()),
      h('p', { class: 'gap-small' }, refusalWords()), nextOpening(), h('p', null, whoCanChange())),
    doseLog(),
    evidence && (reason === 'not-ordered' || reason === 'expired') ? h('p', { class: 'card' }, evidence) : null,
    h('p', { class: 'gap' }, 'Questions? ', h('a', { href: telephone(clinic.secondNumber) }, `Call ${clinic.secondNumber}`), '.'),
    reason === 'held' ? null : aboutMassage(),
  ] };
}
