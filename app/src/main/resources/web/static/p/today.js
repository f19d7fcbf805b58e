// Today: what is open, the one next thing, then everything else in the order in which it is looked for.
import { h, s, go } from './dom.js';
import { link } from './episode.js';
import { isUnheard, levelCard, massageOpen, meanwhile, notSent, openCheckIn, openStatus, seenCard } from './pieces.js';
import { atLeast, capital, dayWord, firstName, greeting, minutesWord, ordinal } from './words.js';
import { clock, date, dayOf, hourNow, inWords, now, until, weekday, when } from './time.js';
import { half } from './ask.js';
import { questionsOfTheDay } from './learn.js';
import { refusalTitle, refusalWords, whoCanChange } from './refusal.js';

export function today() {
  const { view } = link;
  const status = openStatus();
  const grave = status && atLeast(status.level, 'same-day');
  const next = nextThing(grave);
  return {
    title: 'Today', kind: 'page page-today', place: 'today',
    content: [
      h('header', null,
        h('p', null, `${dayWord(view.day)} · ${weekday(now())} ${clock(new Date(now()).toISOString())}`),
        h('h1', null, `${greeting(hourNow())}, ${firstName(view.patient.name)}`)),
      status && atLeast(status.level, 'urgent') ? null : notSent(),
      h('div', { class: 'columns' },
        h('div', null, status && [levelCard(status, 'h2'), seenCard(status), meanwhile(status), atLeast(status.level, 'urgent') ? notSent() : null], status && next && h('h2', { class: 'over' }, 'Next'), next, massageCard(), tasks()),
        h('div', null, avoid(), product(), grave ? null : questionsOfTheDay())),
      foot(),
    ],
  };
}

/** The one thing to do now, with its one button. */
function nextThing(grave) {
  const task = openCheckIn();
  const massage = link.view.today.massage;
  if (isUnheard(openStatus())) return null;
  if (task) return nextCheckIn(task);
  if (massageOpen()) return nextMassage(massage);
  if (grave) return null;
  const coming = comingTask();
  return h('section', { class: 'card card-ok', 'aria-label': 'Next' }, h('h2', null, 'Nothing to do now'),
    coming ? h('p', null, `Next: ${coming.title.toLowerCase()}, ${when(coming.opens)}.`) : null);
}

function comingTask() {
  const coming = link.view.today.tasks.filter((task) => task.state === 'coming');
  return coming.sort((one, other) => one.opens.localeCompare(other.opens))[0] ?? link.view.today.next ?? null;
}

function nextCheckIn(task) {
  const started = half('check-in');
  return h('section', { class: 'card card-next', 'aria-label': 'Next' },
    h('h2', null, task.title),
    h('p', { class: 'soft middling' }, `About 90 seconds. Open until ${until(task.closes)}.`),
    h('div', { class: 'buttons' },
      h('button', { class: 'button button-solid', type: 'button', 'data-key': 'next', onclick: () => go('check-in') }, started ? 'Go on with it' : 'Start')),
    started ? h('p', { class: 'after-button' }, `You began at ${when(started.began)}. Your answers are on this phone, not yet at the clinic.`) : null);
}

function nextMassage(massage) {
  return h('section', { class: 'card card-next', 'aria-label': 'Next' },
    h('div', { class: 'thing' }, ring(massage), h('div', null, h('h2', null, `Massage, ${ordinal(massage.doneToday + 1)} of today`), h('p', null, massageWords(massage)))),
    h('div', { class: 'buttons' }, h('button', { class: 'button button-solid', type: 'button', 'data-key': 'next', onclick: () => go('massage') }, 'Check and start')),
    h('p', { class: 'after-button' }, `${orderedBy(massage)} Five quick questions first.`));
}

function massageWords(massage) {
  const from = massage.opens ? ` From ${when(massage.opens)} to ${clock(massage.closes)}.` : '';
  return `${minutesWord(massage.minutes)}, ${massage.where.join(' and ')}.${from}`;
}

function orderedBy(massage) {
  const last = massage.until ? ` until ${dayOf(`${massage.until}T12:00:00Z`)}` : '';
  return `Ordered by ${massage.practitioner ?? massage.who}${last}.`;
}

/** The massage, where it is not the next thing: done, later, or why not. */
function massageCard() {
  const massage = link.view.today.massage;
  if (massageOpen() && !openCheckIn() && !isUnheard(openStatus())) return null;
  const ordered = massage.reason !== 'not-ordered' && massage.perDay > 0;
  const refused = massage.state === 'refused';
  const words = massageOpen() ? 'After your check-in. The check-in is the safety check for the massage too.' : refusalWords();
  return h('section', { class: 'card', 'aria-label': 'Massage' },
    h('div', { class: ordered ? 'thing' : null }, ordered ? ring(massage) : null,
      h('div', null, h('h2', null, !ordered ? 'Massage is off' : refused ? `Massage: ${refusalTitle().toLowerCase()}` : 'Massage'), h('p', { class: 'soft middling' }, words),
        massage.reason === 'not-yet' || massage.reason === 'too-soon' ? opens(massage) : null)),
    refused ? h('p', { class: 'after-button' }, whoCanChange()) : null);
}

function opens(massage) {
  return massage.opens ? h('p', { class: 'soft middling' }, `Opens ${when(massage.opens)}, ${inWords(massage.opens)}.`) : null;
}

function ring(massage) {
  const share = massage.perDay > 0 ? Math.min(1, massage.doneToday / massage.perDay) : 0;
  const around = 2 * Math.PI * 25;
  return s('svg', { class: 'ring', viewBox: '0 0 60 60', role: 'img', 'aria-label': `${massage.doneToday} of ${massage.perDay} done today` },
    s('circle', { class: 'ring-track', cx: 30, cy: 30, r: 25, 'stroke-width': 6 }),
    share > 0 ? s('circle', { class: 'ring-fill', cx: 30, cy: 30, r: 25, 'stroke-width': 6, 'stroke-dasharray': `${around * share} ${around}`, transform: 'rotate(-90 30 30)' }) : null,
    s('text', { class: 'ring-word', x: 30, y: 36, 'font-size': 17 }, `${massage.doneToday}/${massage.perDay}`));
}

function tasks() {
  const list = link.view.today.tasks.filter((task) => task.activity !== 'massage');
  if (list.length === 0) return null;
  return h('section', null, h('h2', { class: 'over' }, 'Today'), h('div', { class: 'card' }, h('ul', { class: 'rows' }, list.map(taskRow))));
}

function taskRow(task) {
  const words = {
    done: () => `Done ${when(task.doneAt ?? task.opens)}${seenWords(task.seen)}`,
    open: () => `Open until ${until(task.closes)}`,
    missed: () => 'Not answered. You can still tell us: I am worried, or the next check-in.',
    coming: () => `From ${when(task.opens)}`,
  };
  return h('li', { class: 'task' }, taskMark(task.state),
    h('div', null, h('h3', null, task.title), h('p', null, words[task.state]())),
    task.state === 'open' ? h('span', { class: 'word word-open' }, 'Open') : h('span', { class: 'away' }, capital(task.state)));
}

// Whether somebody has seen it is said only where it is known.
function seenWords(seen) {
  if (seen === undefined) return '.';
  return seen ? `, seen by ${seen.by} ${when(seen.at)}` : ', not yet seen by the clinic';
}

function taskMark(state) {
  return s('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' },
    state === 'done' ? s('path', { class: 'task-done', d: 'M5 13l5 5 9-11' }) : s('circle', { class: 'task-open', cx: 12, cy: 12, r: 8, 'stroke-dasharray': state === 'open' ? null : '3 3' }));
}

/** What to avoid until when; what is free again stays a day, then folds away. */
function avoid() {
  const list = link.view.today.avoid;
  const freed = (each) => (each.avoid === false ? each.from : each.until ?? each.from);
  const held = list.filter((each) => !isFree(each));
  const free = list.filter(isFree).sort((one, other) => freed(other).localeCompare(freed(one)));
  const fresh = free.filter((each) => now() - Date.parse(freed(each)) < 86400000);
  const old = free.filter((each) => !fresh.includes(each));
  if (list.length === 0) return null;
  return h('section', null, h('h2', { class: 'over' }, held.length > 0 ? 'Still avoid' : 'Free again'),
    h('div', { class: 'card' }, h('ul', { class: 'rows' }, [...held, ...fresh].map(avoidRow)),
      old.length > 0 ? h('details', { 'data-key': 'free', class: held.length + fresh.length > 0 ? 'gap-small' : null }, h('summary', null, `Free for longer (${old.length})`), h('ul', { class: 'rows' }, old.map(avoidRow))) : null));
}

// Some advice allows (a plain balm, from an hour on) and some has no end that can be dated.
const isFree = (each) => each.state === 'free' || (each.avoid === false && each.state === 'now');

function avoidWords(each) {
  if (each.state === 'later') return `${each.avoid === false ? 'allowed from' : 'from'} ${when(each.from)}`;
  if (each.avoid === false) return each.state === 'now' ? `allowed since ${when(each.from)}` : 'over';
  if (each.state === 'free') return `free since ${when(each.until)}`;
  return each.until ? `until ${until(each.until)}` : 'for now';
}

function avoidRow(each) {
  const state = h('span', { class: isFree(each) ? 'free' : 'until' }, avoidWords(each));
  if (!each.text) return h('li', { class: 'avoid avoid-last' }, each.title, state);
  return h('li', null, h('details', { 'data-key': `avoid-${each.id}` }, h('summary', null, h('span', { class: 'avoid' }, each.title, state)), h('p', null, each.text)));
}

export function product() {
  const { treatment } = link.view;
  const rows = [
    ['Product', treatment.product], ['Filler', treatment.filler.replaceAll('-', ' ')], ['Lot', treatment.lot], ['Expires', treatment.expiry],
    ['Amount', treatment.volumeMl ? `${treatment.volumeMl} ml` : null], ['Where', treatment.sites?.join(', ')],
    ['When', `${date(Date.parse(treatment.at))}, ${clock(treatment.at)}`], ['By', treatment.practitioner],
  ];
  return h('section', null, h('h2', { class: 'over' }, 'Your product card'),
    h('div', { class: 'card' },
      h('dl', { class: 'facts middling' }, rows.filter(([, value]) => value).map(([name, value]) => [h('dt', null, name), h('dd', null, value)])),
      h('div', { class: 'buttons' }, h('a', { class: 'button', href: '#/card/doctor' }, 'Show to a doctor'))));
}

/** What this is, and what it is not. */
export function foot() {
  const { clinic, protocol, use } = link.view;
  return h('footer', { class: 'foot' },
    h('p', null, `This app passes your answers to ${clinic.name}. Nobody watches it 24 hours a day, 7 days a week. It does not diagnose. In an emergency call ${clinic.emergencyNumber}.`),
    h('p', null, use === 'information'
      ? 'Use: information. Everybody sees the same warning signs. The clinic reads your answers.'
      : 'Use: monitoring. Your answers are checked by the rules of your clinic.'),
    h('p', null, `${protocol.title}, version ${protocol.version}, ${protocol.status === 'draft' ? 'draft: not signed by a clinician' : protocol.status}.`));
}
