// Today: what is open, the one next thing, then everything else in the order in which it is looked for.
import { h, s, go } from './dom.js';
import { keptForEpisode, link } from './episode.js';
import { isUnheard, levelCard, massageOpen, meanwhile, notSent, openCheckIn, openStatus, seenCard } from './pieces.js';
import { closest, inSentence, isReviewed, language, say } from './say.js';
import { atLeast, capital, dayWord, firstName, greeting, minutesWord, ordinal } from './words.js';
import { clock, date, from, hourNow, inWords, now, since, until, untilDay, weekday, when } from './time.js';
import { spotName, spotNames } from './lips.js';
import { half } from './ask.js';
import { questionsOfTheDay } from './learn.js';
import { refusalTitle, refusalWords, whoCanChange } from './refusal.js';

export function today() {
  const { view } = link;
  const status = openStatus();
  const grave = status && atLeast(status.level, 'same-day');
  const next = nextThing(grave);
  return {
    title: say('app.today'), kind: 'page page-today', place: 'today',
    content: [
      h('header', null,
        h('p', null, `${dayWord(view.day)} · ${weekday(now())} ${clock(new Date(now()).toISOString())}`),
        h('h1', null, greeting(hourNow(), firstName(view.patient.name)))),
      status && atLeast(status.level, 'urgent') ? null : notSent(),
      h('div', { class: 'columns' },
        h('div', null, status && [levelCard(status, 'h2'), seenCard(status), meanwhile(status), atLeast(status.level, 'urgent') ? notSent() : null], status && next && h('h2', { class: 'over' }, say('today.next')), next, massageCard(), tasks(), ownClinic()),
        h('div', null, avoid(), product(), grave ? null : questionsOfTheDay())),
      foot(),
    ],
  };
}

/** The one thing to do now, with its one button. */
function nextThing(grave) {
  const task = openCheckIn();
  const massage = link.view.today.massage;
  if (link.view.leaving?.stopped) return left();
  if (isUnheard(openStatus())) return null;
  if (task) return nextCheckIn(task);
  if (massageOpen()) return nextMassage(massage);
  if (openPhoto() && !grave) return nextPhoto(openPhoto());
  if (grave) return null;
  const coming = comingTask();
  return h('section', { class: 'card card-ok', 'aria-label': say('today.next') }, h('h2', null, say('today.nothing')),
    coming ? h('p', null, say('today.coming', { task: inSentence(coming.title), when: when(coming.opens) })) : null);
}

const openPhoto = () => link.view.today.tasks.find((task) => task.state === 'open' && task.activity === 'photo');

function nextPhoto(task) {
  return h('section', { class: 'card card-next', 'aria-label': say('today.next') },
    h('h2', null, task.title),
    h('p', { class: 'soft middling' }, say('today.photo-why', { until: until(task.closes) })),
    h('div', { class: 'buttons' }, h('a', { class: 'button button-solid', href: '#/photo', 'data-key': 'next' }, say('today.photo-take'))));
}

/** What the two sides wrote, and the photos. */
function ownClinic() {
  const count = unreadMessages();
  return h('section', null, h('h2', { class: 'over' }, say('today.you-and-clinic')), h('div', { class: 'card' }, h('ul', { class: 'rows' },
    h('li', null, h('a', { class: 'row-link', href: '#/write', 'data-key': 'write' }, count === 0 ? say('today.write') : say('today.new-messages', { count }))),
    h('li', null, h('a', { class: 'row-link', href: '#/photo', 'data-key': 'photos' }, say('today.photos'))))));
}

/** How many messages of the clinic this phone has not shown yet. */
function unreadMessages() {
  const shown = keptForEpisode('messages-shown') ?? 0;
  return (link.view.messages ?? []).filter((message) => message.from === 'clinic' && Date.parse(message.received) > shown).length;
}

// She is asked nothing.
function left() {
  return h('section', { class: 'card card-next', 'aria-label': say('today.next') }, h('h2', null, say('today.left')),
    h('div', { class: 'buttons' }, h('button', { class: 'button', type: 'button', 'data-key': 'leaving', onclick: () => go('leaving') }, say('today.leaving-look'))));
}

function comingTask() {
  const coming = link.view.today.tasks.filter((task) => task.state === 'coming');
  return coming.sort((one, other) => one.opens.localeCompare(other.opens))[0] ?? link.view.today.next ?? null;
}

function nextCheckIn(task) {
  const started = half('check-in');
  return h('section', { class: 'card card-next', 'aria-label': say('today.next') },
    h('h2', null, task.title),
    h('p', { class: 'soft middling' }, say('today.about', { until: until(task.closes) })),
    h('div', { class: 'buttons' },
      h('button', { class: 'button button-solid', type: 'button', 'data-key': 'next', onclick: () => go('check-in') }, started ? say('today.go-on') : say('today.start'))),
    started ? h('p', { class: 'after-button' }, say('today.began', { when: when(started.began) })) : null);
}

function nextMassage(massage) {
  return h('section', { class: 'card card-next', 'aria-label': say('today.next') },
    h('div', { class: 'thing' }, ring(massage), h('div', null, h('h2', null, say('today.massage-next', { ordinal: ordinal(massage.doneToday + 1) })), h('p', null, massageWords(massage)))),
    h('div', { class: 'buttons' }, h('button', { class: 'button button-solid', type: 'button', 'data-key': 'next', onclick: () => go('massage') }, say('today.massage-start'))),
    h('p', { class: 'after-button' }, `${orderedBy(massage)} ${say('today.massage-gate')}`));
}

function massageWords(massage) {
  const where = say('today.massage-where', { minutes: minutesWord(massage.minutes), where: spotNames(massage.where) });
  return massage.opens ? `${where} ${say('today.massage-window', { from: capital(from(massage.opens)), time: clock(massage.closes) })}` : where;
}

function orderedBy(massage) {
  const name = massage.practitioner ?? massage.who;
  return massage.until ? say('today.ordered-until', { name, until: untilDay(`${massage.until}T12:00:00Z`) }) : say('today.ordered', { name });
}

/** The massage, where it is not the next thing: done, later, or why not. */
function massageCard() {
  const massage = link.view.today.massage;
  if (massageOpen() && !openCheckIn() && !isUnheard(openStatus())) return null;
  const ordered = massage.reason !== 'not-ordered' && massage.perDay > 0;
  const refused = massage.state === 'refused';
  const words = massageOpen() ? say('today.massage-after') : refusalWords();
  return h('section', { class: 'card', 'aria-label': say('today.massage') },
    h('div', { class: ordered ? 'thing' : null }, ordered ? ring(massage) : null,
      h('div', null, h('h2', null, !ordered ? say('today.massage-off') : refused ? say('today.massage-is', { state: inSentence(refusalTitle()) }) : say('today.massage')), h('p', { class: 'soft middling' }, words),
        massage.reason === 'not-yet' || massage.reason === 'too-soon' ? opens(massage) : null)),
    refused ? h('p', { class: 'after-button' }, whoCanChange()) : null);
}

function opens(massage) {
  return massage.opens ? h('p', { class: 'soft middling' }, say('today.opens', { when: when(massage.opens), in: inWords(massage.opens) })) : null;
}

function ring(massage) {
  const share = massage.perDay > 0 ? Math.min(1, massage.doneToday / massage.perDay) : 0;
  const around = 2 * Math.PI * 25;
  return s('svg', { class: 'ring', viewBox: '0 0 60 60', role: 'img', 'aria-label': say('today.done-of', { done: massage.doneToday, all: massage.perDay }) },
    s('circle', { class: 'ring-track', cx: 30, cy: 30, r: 25, 'stroke-width': 6 }),
    share > 0 ? s('circle', { class: 'ring-fill', cx: 30, cy: 30, r: 25, 'stroke-width': 6, 'stroke-dasharray': `${around * share} ${around}`, transform: 'rotate(-90 30 30)' }) : null,
    s('text', { class: 'ring-word', x: 30, y: 36, 'font-size': 17 }, `${massage.doneToday}/${massage.perDay}`));
}

function tasks() {
  const list = link.view.today.tasks.filter((task) => task.activity !== 'massage');
  if (list.length === 0) return null;
  return h('section', null, h('h2', { class: 'over' }, say('today.tasks')), h('div', { class: 'card' }, h('ul', { class: 'rows' }, list.map(taskRow))));
}

function taskRow(task) {
  const words = {
    done: () => doneWords(task),
    open: () => say('today.task-open', { until: until(task.closes) }),
    missed: () => (task.activity === 'photo' ? say('today.photo-missed') : say('today.task-missed')),
    coming: () => capital(from(task.opens)),
  };
  return h('li', { class: 'task' }, taskMark(task.state),
    h('div', null, h('h3', null, task.title), h('p', null, words[task.state]())),
    task.state === 'open' && task.activity === 'photo' ? h('a', { class: 'button', href: '#/photo', 'data-key': 'open-photo' }, say('today.photo-take-short'))
      : task.state === 'open' ? h('span', { class: 'word word-open' }, say('today.open')) : h('span', { class: 'away' }, say(`today.state-${task.state}`)));
}

// Whether somebody has seen it is said only where it is known.
function doneWords({ doneAt, opens: opened, seen }) {
  const at = when(doneAt ?? opened);
  if (seen === undefined) return say('today.task-done', { when: at });
  return seen ? say('today.task-seen', { when: at, name: seen.by, seen: when(seen.at) }) : say('today.task-unseen', { when: at });
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
  return h('section', null, h('h2', { class: 'over' }, held.length > 0 ? say('today.avoid') : say('today.free')),
    h('div', { class: 'card' }, h('ul', { class: 'rows' }, [...held, ...fresh].map(avoidRow)),
      old.length > 0 ? h('details', { 'data-key': 'free', class: held.length + fresh.length > 0 ? 'gap-small' : null }, h('summary', null, say('today.free-longer', { count: old.length })), h('ul', { class: 'rows' }, old.map(avoidRow))) : null));
}

// Some advice allows (a plain balm, from an hour on) and some has no end that can be dated.
const isFree = (each) => each.state === 'free' || (each.avoid === false && each.state === 'now');

function avoidWords(each) {
  if (each.state === 'later') return each.avoid === false ? say('today.allowed-from', { from: from(each.from) }) : from(each.from);
  if (each.avoid === false) return each.state === 'now' ? say('today.allowed-since', { since: since(each.from) }) : say('today.over');
  if (each.state === 'free') return say('today.free-since', { since: since(each.until) });
  return each.until ? until(each.until) : say('today.for-now');
}

function avoidRow(each) {
  const state = h('span', { class: isFree(each) ? 'free' : 'until' }, avoidWords(each));
  if (!each.text) return h('li', { class: 'avoid avoid-last' }, each.title, state);
  return h('li', null, h('details', { 'data-key': `avoid-${each.id}` }, h('summary', null, h('span', { class: 'avoid' }, each.title, state)), h('p', null, each.text)));
}

export function product(treatment = link.view.treatment) {
  const rows = [
    [say('facts.product'), treatment.product], [say('facts.filler'), say(`facts.${treatment.filler}`)], [say('facts.lot'), treatment.lot], [say('facts.expires'), treatment.expiry],
    [say('facts.amount'), treatment.volumeMl ? `${treatment.volumeMl} ml` : null], [say('facts.where'), treatment.sites?.map(spotName).join('; ')],
    [say('facts.when'), `${date(Date.parse(treatment.at))}, ${clock(treatment.at)}`], [say('facts.by'), treatment.practitioner],
  ];
  return h('section', null, h('h2', { class: 'over' }, say('today.product-card')),
    h('div', { class: 'card' },
      h('dl', { class: 'facts middling' }, rows.filter(([, value]) => value).map(([name, value]) => [h('dt', null, name), h('dd', { dir: 'auto' }, value)])),
      h('div', { class: 'buttons' }, h('a', { class: 'button', href: '#/card/doctor' }, say('today.show-doctor')))));
}

// What of the language is missing or unreviewed: said where she looks for what this is.
function languageWords() {
  const { protocol, language: wanted } = link.view;
  return [
    closest(wanted ?? 'en') === null ? say('today.foot-no-language') : null,
    protocol.language && protocol.language !== language() ? say('today.foot-no-plan') : null,
    isReviewed() ? null : say('today.foot-unreviewed'),
  ].filter(Boolean);
}

/** What this is, and what it is not. */
export function foot() {
  const { clinic, protocol, use } = link.view;
  return h('footer', { class: 'foot' },
    h('p', null, say('today.foot-passes', { clinic: clinic.name, number: clinic.emergencyNumber })),
    h('p', null, use === 'information'
      ? say('today.foot-information') : say('today.foot-monitoring')),
    h('p', null, say('today.foot-protocol', { title: protocol.title, version: protocol.version, status: protocol.status === 'draft' ? say('today.foot-draft') : say('today.foot-signed') })),
    languageWords().map((line) => h('p', null, line)));
}
