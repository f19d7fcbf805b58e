// Why there is no massage now: kindly, firmly, and always with who can change it.
import { h } from './dom.js';
import { link } from './episode.js';
import { aboutMassage } from './learn.js';
import { isUnheard, numberLink, openStatus, top, toToday } from './pieces.js';
import { say, woven } from './say.js';
import { clock, inWords, now, when } from './time.js';

const REASONS = ['not-ordered', 'stopped', 'expired', 'held', 'suspended', 'done-today', 'too-soon', 'not-yet', 'not-followed'];

const massage = () => link.view.today.massage;
const person = () => massage().who ?? massage().practitioner ?? say('refusal.your-practitioner');

/** Short, so that it stands after "Massage" as well as alone. */
export const refusalTitle = () => say(`refusal.${REASONS.includes(massage().reason) ? massage().reason : 'other'}`);

/** Why, in the words of the plan. Of a silent patient nothing is said that she told. */
export function refusalWords() {
  const { reason, why } = massage();
  if (reason === 'held' && isUnheard(openStatus())) return say('refusal.unheard');
  if (reason === 'not-followed') return say('refusal.not-followed-why');
  return why ?? say('refusal.looks-first');
}

// The engine's own limits, which nobody at the clinic can lift: only this filler, and only before this day.
const MASSAGED = 'hyaluronic-acid';
const LAST_DAY = 14;

/** Who can change it, and what nobody can. */
export function whoCanChange() {
  const { treatment, day } = link.view;
  if (treatment.filler !== MASSAGED) return say('refusal.who-filler');
  if (day >= LAST_DAY) return say('refusal.who-day', { day: LAST_DAY });
  switch (massage().state === 'open' ? 'held' : massage().reason) {
    case 'held': return say('refusal.who-held', { clinic: link.view.clinic.name });
    case 'too-soon': return say('refusal.who-too-soon');
    case 'not-yet': return say('refusal.who-not-yet', { name: person() });
    case 'not-followed': return say('refusal.who-not-followed');
    case 'not-ordered': return say('refusal.who-not-ordered', { name: person() });
    case 'stopped':
    case 'expired': return say('refusal.who-more', { name: person() });
    default: return say('refusal.who-this', { name: person() });
  }
}

/** When the next session opens, where that is known and still to come. */
export function nextOpening() {
  const { opens, state } = massage();
  return state === 'refused' && opens && Date.parse(opens) > now() ? h('p', null, say('refusal.next', { when: when(opens), in: inWords(opens) })) : null;
}

/** The sessions of today, as the clinic's record has them; nothing where it says nothing. */
export function doseLog() {
  const { sessions, perDay } = massage();
  if (!sessions?.length) return null;
  return h('section', { 'aria-label': say('refusal.today') }, h('h2', { class: 'over' }, perDay > 0 ? say('refusal.log-of', { done: sessions.length, all: perDay }) : say('refusal.log')),
    h('div', { class: 'card' }, h('ul', { class: 'rows' }, sessions.map((each) => h('li', { class: 'avoid avoid-last' }, h('span', null, clock(each.at)), h('span', { class: 'until' }, lasted(each)))))));
}

function lasted({ seconds, stopped }) {
  if (seconds === null || seconds === undefined) return say('refusal.no-end');
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  const length = minutes === 0 ? say('time.short-seconds', { seconds }) : rest === 0 ? say('time.short-minutes', { minutes }) : say('time.short-both', { minutes, seconds: rest });
  return stopped ? say('refusal.stopped-early', { length }) : length;
}

/** The page of a refusal. */
export function refusal() {
  const { reason } = massage();
  const evidence = link.view.words?.massageEvidence;
  const { clinic } = link.view;
  return { title: say('refusal.title'), kind: 'page', place: null, content: [
    top(say('app.close'), toToday, h('p', null, say('refusal.title'))),
    h('section', { class: 'card card-next', 'aria-label': say('refusal.title') }, h('h1', null, refusalTitle()),
      h('p', { class: 'gap-small' }, refusalWords()), nextOpening(), h('p', null, whoCanChange())),
    doseLog(),
    evidence && (reason === 'not-ordered' || reason === 'expired') ? h('p', { class: 'card' }, evidence) : null,
    h('p', { class: 'gap' }, woven('call.questions', { number: numberLink(clinic.secondNumber) })),
    reason === 'held' ? null : aboutMassage(),
  ] };
}
