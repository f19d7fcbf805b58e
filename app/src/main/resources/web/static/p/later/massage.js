// A massage session: the safety questions, clean hands, where and how, the minute, how it felt, the day's count.
import { app } from './app.js';
import { circleDrawing, lightness, whereDrawing } from './how.js';

const {
  aboutMassage, announce, ask, askPage, atLeast, beginSession, callButtons, capital, clock, countdown, doseLog, downWords, drawnIn, dropForEpisode,
  emergencyLineWords, endSession, firstMissing, flagged, fromServer, go, h, isAbandoned, isGrave, isPaused, keepForEpisode, keptForEpisode, language,
  leftMs, lengthMs, link, lips, massageOpen, mayBegin, minutesWord, monitoring, newEvent, nextOpening, now, openCheckIn, openStatus, ordinal, redFlags,
  refusal, say, sayAll, send, session, spotName, takeBack, tick, tickSwitches, timeIsUp, togglePause, top, toToday, wake, whileShown, whoCanChange,
} = app;

const AFTER = ['pain', 'colour'];
const STEP_MS = 100;
const HANDS_MS = 20000;

// The finger of the drawing goes round once in this time (massage.css says the same).
const CIRCLE_MS = 2000;
const LATE_MS = 120000;

const massage = () => link.view.today.massage;

/** The page for a step of the session: a number is a question of the gate. */
export function page(step) {
  if (session() && !session().ended && isAbandoned()) endSession(true, false);
  if (session()?.ended) return after();
  if (session()) return minute();
  if (step === 'done') return done();
  if (openCheckIn()) return checkInFirst();
  if (!massageOpen()) return refusal();
  if (step === 'hands') return hands();
  if (step === 'where') return where();
  if (step === 'how') return how();
  if (!step && !monitoring()) return flagsFirst();
  return askPage('massage', step);
}

function sheet(title, content) {
  return { title, kind: 'page', place: null, holds: true, content: [content] };
}

const solid = (words, onclick) => h('button', { class: 'button button-solid', type: 'button', onclick }, words);
const quiet = (words, onclick) => h('button', { class: 'button button-quiet', type: 'button', onclick }, words);
const count = () => say('massage.count', { number: massage().doneToday + 1, all: massage().perDay });
const spots = (list) => (list.length > 1 ? say('massage.your-spots', { count: list.length }) : list.map(spotName).map(capital).join());
const named = (list) => (list.length > 1 ? h('p', null, list.map((spot, each) => `${each + 1}. ${capital(spotName(spot))}`).join('. ')) : null);

function checkInFirst() {
  return sheet(say('massage.title'), [top(say('app.close'), toToday), h('section', { class: 'card card-next' }, h('h1', null, say('massage.first')),
    h('p', { class: 'gap-small' }, say('massage.first-what')),
    h('div', { class: 'buttons' }, solid(say('massage.start-check-in'), () => go('check-in'))))]);
}

/** In the use "information" everybody sees the same red flags before each session. */
function flagsFirst() {
  return sheet(say('massage.before'), [top(say('app.close'), toToday), redFlags('h1'),
    h('div', { class: 'actions' }, solid(say('massage.none-apply'), () => go('massage/1')))]);
}

/** Clean hands, with their own 20 seconds: also from a stored instant, because the phone lies beside the basin. */
function hands() {
  const ring = countdown(say('time.seconds', { count: 20 }));
  const actions = h('div', { class: 'actions' });
  const started = () => keptForEpisode('hands')?.startedAt ?? null;
  const toWhere = () => { dropForEpisode('hands'); go('massage/where'); };
  const left = () => Math.max(0, HANDS_MS - Math.max(0, Date.now() - started()));
  const washed = () => {
    ring.show(0, HANDS_MS);
    actions.replaceChildren(h('p', null, h('b', null, say('massage.hands-over'), ' '), say('massage.hands-dry')), solid(say('massage.hands-clean'), toWhere));
    announce(say('massage.hands-over'));
    return false;
  };
  const run = () => {
    actions.replaceChildren(quiet(say('massage.hands-already'), toWhere));
    ring.show(left(), HANDS_MS);
    whileShown(ring.element, STEP_MS, () => { ring.show(left(), HANDS_MS); return left() > 0 || washed(); });
  };
  if (started() && Date.now() - started() < 10 * HANDS_MS) run();
  else {
    ring.show(HANDS_MS, HANDS_MS);
    actions.append(solid(say('massage.hands-start'), () => { keepForEpisode('hands', { startedAt: Date.now() }); run(); }), quiet(say('massage.hands-already'), toWhere));
  }
  return sheet(say('massage.hands-title'), [top(say('app.back'), toToday, h('p', null, count())), h('h1', null, say('massage.hands')),
    ring.element, h('ul', { class: 'card rows' }, sayAll('massage.hands-list').map((line) => h('li', null, line))), actions]);
}

function where() {
  const order = massage();
  return sheet(say('massage.where'), [top(say('app.back'), () => history.back(), h('p', null, count())),
    h('div', { class: 'massage' }, h('h1', null, spots(order.where)), h('p', null, say('massage.only-there')), whereDrawing(order.where)),
    h('div', { class: 'actions' }, solid(say('massage.next-how'), () => go('massage/how')), aboutMassage())]);
}

function how() {
  const order = massage();
  const button = solid(say('massage.start', { minutes: minutesWord(order.minutes) }), () => begin(button));
  button.problem = h('div', { role: 'alert' });
  return sheet(say('massage.how'), [top(say('app.back'), () => history.back(), h('p', null, count())),
    h('div', { class: 'massage' }, h('h1', null, say('massage.circles')), h('p', null, say('massage.in-all', { where: spots(order.where), minutes: minutesWord(order.minutes) })), circleDrawing(), lightness(order.pressure)),
    tickSwitches(say('massage.ticks'), say('massage.tick-feel'), say('massage.tick-hear')),
    h('p', { class: 'gap' }, h('b', null, flagged('red-flags.must-not-hurt'), ' '), flagged('red-flags.if-it-hurts')),
    button.problem, h('div', { class: 'actions' }, button)]);
}

// A session begins only when the clinic's server has agreed, or, where it cannot be asked, the same rules on this phone.
async function begin(button) {
  if (button.getAttribute('aria-disabled')) return;
  wake();
  button.setAttribute('aria-disabled', 'true');
  button.textContent = say('massage.asking');
  const order = massage();
  const event = newEvent('massage-started', { occurrence: order.occurrence });
  const result = await send(event);
  if (mayBegin(result)) {
    beginSession(order);
    go('massage/minute');
    return;
  }
  // A start that was not agreed must not be sent later by itself, when nobody is massaging.
  await takeBack(event);
  button.removeAttribute('aria-disabled');
  button.textContent = say('massage.again');
  button.problem.replaceChildren(h('p', { class: 'wrong' }, result.outcome === 'waiting' ? `${downWords()} ${say('massage.no-answer')}` : [say('massage.not-now'), ' ', reason(result.why)]));
}

// The plan says why in the patient's own language, where the server's sentence is in English.
const reason = (why) => (language() !== 'en' && massage().why) || fromServer(why ?? massage().why);

function minute() {
  const { where: at, pressure, number, perDay, minutes } = session();
  const drawing = lips(at, !isPaused());
  const ring = countdown(minutesWord(minutes));
  const pause = h('button', { class: 'button', type: 'button', onclick: () => { wake(); togglePause(); announce(isPaused() ? say('massage.paused') : say('massage.going-on')); show(); } });
  const teller = tells(lengthMs(), leftMs());
  const show = () => {
    ring.show(leftMs(), lengthMs());
    pause.textContent = isPaused() ? say('massage.go-on') : say('massage.pause');
    drawing.classList.toggle('lips-paused', isPaused());
    if (isPaused()) return !isAbandoned() || finish(true, false);
    teller(leftMs());
    if (leftMs() > 0) return true;
    return finish(false, false);
  };
  whileShown(ring.element, STEP_MS, () => session() && !session().ended && show());
  // Something serious that was told elsewhere ends it: hands away first, words after (H-2).
  const networkChanged = () => link.view.status && atLeast(link.view.status.level, 'same-day') && finish(true, false);
  stayAwake(ring.element);
  show();
  return { title: say('massage.title'), kind: 'page', place: null, holds: true, networkChanged, content: [h('div', { class: 'massage' },
    h('p', null, say('massage.count', { number, all: perDay })), h('h1', null, spots(at)), named(at), h('p', null, say('massage.circles-pressure', { pressure })),
    drawing, ring.element,
    h('div', { class: 'buttons buttons-two' }, pause, h('button', { class: 'button button-stop', type: 'button', onclick: () => finish(true, true) }, say('massage.hurts'))),
    quiet(say('massage.other-reason'), () => finish(true, false)),
    h('p', { class: 'gap-small' }, number >= perDay ? say('massage.last-today') : flagged('red-flags.stop-pale')))] };
}

// Ticks once a circle, and says aloud how much is left at the half and at ten seconds; never for what was before.
function tells(whole, leftAtFirst) {
  let circles = Math.floor((whole - leftAtFirst) / CIRCLE_MS);
  const marks = [whole / 2, 10000].filter((mark) => mark < leftAtFirst);
  return (left) => {
    const now = Math.floor((whole - left) / CIRCLE_MS);
    if (now > circles) tick();
    circles = now;
    while (marks.length > 0 && left <= marks[0]) announce(say('massage.seconds-left', { count: Math.round(marks.shift() / 1000) }));
  };
}

// Without a lock the screen may go dark; the minute goes on by the clock all the same.
function stayAwake(element) {
  let lock = null;
  const hold = async () => {
    if (document.visibilityState !== 'visible' || (lock && !lock.released)) return;
    lock = await navigator.wakeLock?.request('screen').catch(() => null);
    if (lock && !document.body.contains(element)) lock.release();
  };
  setTimeout(hold);
  whileShown(element, 2000, () => { hold(); return true; });
  addEventListener('hashchange', () => lock?.release(), { once: true });
}

function finish(stopped, hurt) {
  if (!session() || session().ended) return false;
  endSession(stopped, hurt);
  if (!stopped) timeIsUp();
  go('massage/after');
  return false;
}

/** How it felt: pain and colour go through triage like every answer. */
function after() {
  const { ended } = session();
  const pad = { answers: keptForEpisode('draft.after') ?? {}, looked: [], changed: () => keepForEpisode('draft.after', pad.answers) };
  const asked = AFTER.filter((id) => link.view.questions[id]);
  const button = h('button', { class: 'button button-solid', type: 'submit' }, say('massage.send'));
  const form = h('form', { novalidate: true, onsubmit: (event) => { event.preventDefault(); sendAfter(pad, asked, form, button); } },
    asked.map((id) => [drawnIn([id]), ask(id, pad, null)]), h('div', { class: 'actions' }, button));
  return { title: say('massage.after'), kind: 'page', place: null, holds: true, content: [
    h('h1', null, ended.stopped ? say('massage.stopped') : say('massage.over')),
    ended.hurt ? h('div', { class: 'call-strip' }, h('p', { class: 'soft' }, flagged('red-flags.strong-pain')), callButtons(false), emergencyLineWords())
      : h('p', { class: 'soft call-strip' }, `${lateWords(ended)}${say('massage.mirror')}`),
    form] };
}

const lateWords = (ended) => (!ended.stopped && Date.now() - Date.parse(ended.at) > LATE_MS ? `${say('massage.time-up', { time: clock(ended.at) })} ` : '');

async function sendAfter(pad, asked, form, button) {
  const missing = firstMissing({ questions: asked }, pad, form);
  if (missing) {
    missing.querySelector('input').focus();
    return;
  }
  if (button.getAttribute('aria-disabled')) return;
  button.setAttribute('aria-disabled', 'true');
  button.textContent = say('ask.sending');
  const { ended, number, perDay } = session();
  const event = { ...newEvent('massage-ended', { seconds: ended.seconds, stopped: ended.stopped, answers: { ...pad.answers } }), at: ended.at };
  keepForEpisode('counted', { number, perDay, stopped: ended.stopped });
  dropForEpisode('session');
  dropForEpisode('draft.after');
  const result = await send(event);
  const grave = asked.some((id) => isGrave(id, pad.answers[id]));
  const at = new Date(now()).toISOString();
  keepForEpisode('last', { id: event.id, kind: 'massage-after', at, half: false, emergency: false, crisis: false, grave, outcome: result.outcome, level: result.assessment?.level ?? null, why: result.why ?? null, sentAt: result.outcome === 'waiting' ? null : at });
  go(result.outcome === 'accepted' && !grave && !openStatus() ? 'massage/done' : 'result');
}

/** The day's count. */
function done() {
  const { number, perDay } = keptForEpisode('counted') ?? { number: massage().doneToday, perDay: massage().perDay };
  const last = number >= perDay;
  return sheet(say('massage.done'), [h('section', { class: 'card card-ok', 'aria-label': say('massage.title') }, h('h1', null, last ? say('massage.done-today') : say('massage.that-was', { ordinal: ordinal(number), all: perDay })),
    h('p', { class: 'gap-small' }, last ? say('massage.done-of', { number, all: perDay }) : say('massage.two-hours')),
    nextOpening(), massage().state === 'refused' ? h('p', null, whoCanChange()) : null),
  doseLog(),
  h('div', { class: 'actions' }, h('button', { class: 'button', type: 'button', onclick: toToday }, say('app.today')))]);
}
