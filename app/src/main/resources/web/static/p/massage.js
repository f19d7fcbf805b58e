// A massage session: the safety questions, clean hands, where and how, the minute, how it felt, the day's count.
import { h, s, go, announce } from './dom.js';
import { dropForEpisode, keepForEpisode, keptForEpisode, link, newEvent, send } from './episode.js';
import { callButtons, downWords, emergencyLineWords, massageOpen, monitoring, openCheckIn, openStatus, redFlags, top, toToday } from './pieces.js';
import { ask, firstMissing, isGrave } from './questions.js';
import { askPage } from './ask.js';
import { minutesWord, ordinal, telephone } from './words.js';
import { inWords, now, when } from './time.js';
import { lips, tones } from './lips.js';

const AFTER = ['pain', 'colour'];
const TICK_MS = 250;

const massage = () => link.view.today.massage;
const session = () => keptForEpisode('session');
const lengthMs = () => session().minutes * 60000;

/** The page for a step of the session: a number is a question of the gate. */
export function massagePage(step) {
  if (session()?.ended) return after();
  if (session()) return minute();
  const checkInDue = Boolean(openCheckIn());
  if (step === 'done') return done();
  if (checkInDue) return checkInFirst();
  if (!massageOpen()) return refusal();
  if (step === 'hands') return hands();
  if (step === 'how') return how();
  if (!step && !monitoring()) return flagsFirst();
  return askPage('massage', step);
}

function page(title, content) {
  return { title, kind: 'page', place: null, holds: true, content: [content] };
}

/** Why there is no session now, and who can change it. */
function refusal() {
  const { why, who, practitioner, opens, reason } = massage();
  return { title: 'Massage', kind: 'page', place: null, content: [
    top('Close', toToday),
    h('section', { class: 'card card-next', 'aria-label': 'Massage' }, h('h1', null, reason === 'done-today' ? 'Done for today' : 'No massage now'),
      h('p', { class: 'gap-small' }, why ?? 'A clinician must look at your answers first.'),
      opens ? h('p', null, `The next one opens ${when(opens)}, ${inWords(opens)}.`) : null,
      h('p', null, `${who ?? practitioner} can change this.`)),
    h('p', { class: 'gap-small' }, 'Questions? ', h('a', { href: telephone(link.view.clinic.secondNumber) }, `Call ${link.view.clinic.secondNumber}`), '.'),
  ] };
}

function checkInFirst() {
  return page('Massage', [top('Close', toToday), h('section', { class: 'card card-next' }, h('h1', null, 'Check-in first'),
    h('p', { class: 'gap-small' }, 'Your check-in is open. It is the safety check for the massage too.'),
    h('div', { class: 'buttons' }, h('button', { class: 'button button-solid', type: 'button', onclick: () => go('check-in') }, 'Start the check-in')))]);
}

/** In the use "information" everybody sees the same red flags before each session. */
function flagsFirst() {
  return page('Before your massage', [top('Close', toToday), redFlags('h1'),
    h('div', { class: 'actions' }, h('button', { class: 'button button-solid', type: 'button', onclick: () => go('massage/1') }, 'None of these apply'))]);
}

const HANDS = ['Soap and warm water, 20 seconds.', 'Short nails. Rings off.', 'Lipstick off. Do not share a towel.', 'Broken skin, a cold sore or pus? Stop here and tell us.'];

function hands() {
  return page('Clean hands', [top('Back', toToday, h('p', null, count())),
    h('h1', null, 'Wash your hands'),
    h('ul', { class: 'card rows gap' }, HANDS.map((line) => h('li', null, line))),
    h('div', { class: 'actions' }, h('button', { class: 'button button-solid', type: 'button', onclick: () => go('massage/how') }, 'My hands are clean'))]);
}

const count = () => `Massage ${massage().doneToday + 1} of ${massage().perDay} today`;

function how() {
  const order = massage();
  const drawing = lips(order.where, true);
  const button = h('button', { class: 'button button-solid', type: 'button', onclick: () => begin(button) }, `Start ${minutesWord(order.minutes)}`);
  const problem = h('div', { role: 'alert' });
  button.problem = problem;
  return page('Where and how', [top('Back', () => history.back(), h('p', null, count())),
    h('div', { class: 'massage' }, h('h1', null, capitalWhere(order.where)), h('p', null, `Small circles, ${order.pressure}. Only there.`),
      drawing, tones(drawing)),
    h('p', { class: 'soft middling' }, 'It must not hurt. If it hurts, or the skin turns pale, stop.'),
    problem, h('div', { class: 'actions' }, button)]);
}

const capitalWhere = (where) => where.map((spot) => spot.charAt(0).toUpperCase() + spot.slice(1)).join(' and ');

// A session begins only when the clinic's server has agreed: the count and the gate live there.
async function begin(button) {
  if (button.getAttribute('aria-disabled')) return;
  button.setAttribute('aria-disabled', 'true');
  button.textContent = 'Asking…';
  const occurrence = massage().occurrence ?? link.view.today.tasks.find((task) => task.activity === 'massage' && task.state === 'open')?.id;
  const { minutes, where, pressure, doneToday, perDay } = massage();
  const event = newEvent('massage-started', { occurrence });
  const result = await send(event);
  if (result.outcome === 'accepted' || result.outcome === 'duplicate') {
    keepForEpisode('session', { minutes, where, pressure, number: doneToday + 1, perDay, startedAt: Date.now(), pausedAt: null, pausedMs: 0, ended: null });
    go('massage/minute');
    return;
  }
  // A start that was not agreed must not be sent later by itself, when nobody is massaging.
  keepForEpisode('queue', (keptForEpisode('queue') ?? []).filter((other) => other.id !== event.id));
  button.removeAttribute('aria-disabled');
  button.textContent = 'Try again';
  button.problem.replaceChildren(h('p', { class: 'wrong' }, result.outcome === 'waiting' ? `${downWords()} No massage without the clinic's answer.` : `No massage now. ${result.why ?? massage().why}`));
}

/** Time spent, from the clock and not from ticks: a locked screen does not stop it. */
function spentMs() {
  const { startedAt, pausedAt, pausedMs } = session();
  return Math.min(lengthMs(), Math.max(0, (pausedAt ?? Date.now()) - startedAt - pausedMs));
}

function minute() {
  const { where, pressure, number, perDay, minutes } = session();
  const drawing = lips(where, !session().pausedAt);
  const time = h('div', { class: 'clock-time' });
  const around = 2 * Math.PI * 100;
  const arc = s('circle', { class: 'ring-fill', cx: 110, cy: 110, r: 100, 'stroke-width': 12, transform: 'rotate(-90 110 110)' });
  const pause = h('button', { class: 'button', type: 'button', onclick: () => { togglePause(); show(); } });
  const show = () => {
    const left = lengthMs() - spentMs();
    const seconds = Math.ceil(left / 1000);
    time.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    arc.setAttribute('stroke-dasharray', `${(around * left) / lengthMs()} ${around}`);
    pause.textContent = session().pausedAt ? 'Go on' : 'Pause';
    drawing.classList.toggle('lips-paused', Boolean(session().pausedAt));
    if (left <= 0) finish(false);
  };
  const ticking = setInterval(() => (document.body.contains(time) && session() && !session().ended ? show() : clearInterval(ticking)), TICK_MS);
  stayAwake();
  show();
  return { title: 'Massage', kind: 'page', place: null, holds: true, content: [h('div', { class: 'massage' },
    h('p', null, `Massage ${number} of ${perDay} today`), h('h1', null, capitalWhere(where)), h('p', null, capitalWhere([pressure])),
    drawing,
    h('div', { class: 'clock', role: 'timer', 'aria-label': `Time left of ${minutesWord(minutes)}` },
      s('svg', { viewBox: '0 0 220 220', 'aria-hidden': 'true' }, s('circle', { class: 'ring-track', cx: 110, cy: 110, r: 100, 'stroke-width': 12 }), arc),
      h('div', null, time, h('div', { class: 'clock-of' }, `of ${minutesWord(minutes)}`))),
    h('div', { class: 'buttons buttons-two' }, pause, h('button', { class: 'button button-stop', type: 'button', onclick: () => finish(true) }, 'It hurts, stop')),
    h('p', { class: 'gap-small' }, number >= perDay ? 'After this you are done for today. More would not help and can move the filler.' : 'Stop at once if the skin turns pale.'))] };
}

async function stayAwake() {
  try {
    await navigator.wakeLock?.request('screen');
  } catch {
    // Without it the screen may lock; the minute goes on by the clock all the same.
  }
}

function togglePause() {
  const before = session();
  const next = before.pausedAt ? { ...before, pausedMs: before.pausedMs + Date.now() - before.pausedAt, pausedAt: null } : { ...before, pausedAt: Date.now() };
  keepForEpisode('session', next);
  announce(next.pausedAt ? 'Paused' : 'Going on');
}

function finish(stopped) {
  if (!session() || session().ended) return;
  const seconds = Math.round(spentMs() / 1000);
  keepForEpisode('session', { ...session(), ended: { seconds, stopped, at: new Date().toISOString() } });
  if (!stopped && !matchMedia('(prefers-reduced-motion: reduce)').matches) navigator.vibrate?.(200);
  go('massage/after');
}

/** How it felt: pain and colour go through triage like every answer. */
function after() {
  const { ended } = session();
  const pad = { answers: keptForEpisode('draft.after') ?? {}, looked: [], changed: () => keepForEpisode('draft.after', pad.answers) };
  const asked = AFTER.filter((id) => link.view.questions[id]);
  const button = h('button', { class: 'button button-solid', type: 'submit' }, 'Send');
  const form = h('form', { novalidate: true, onsubmit: (event) => { event.preventDefault(); sendAfter(pad, asked, form, button); } },
    asked.map((id) => ask(id, pad, null)), h('div', { class: 'actions' }, button));
  return { title: 'After the massage', kind: 'page', place: null, holds: true, content: [
    h('h1', null, ended.stopped ? 'Stopped. Take your hands away.' : 'Hands away. How is it now?'),
    ended.stopped ? h('div', { class: 'call-strip' }, h('p', { class: 'soft' }, 'Strong pain, or a pale or grey patch? Call now.'), callButtons(false), emergencyLineWords()) : h('p', { class: 'soft call-strip' }, 'Look in a mirror, in good light.'),
    form] };
}

async function sendAfter(pad, asked, form, button) {
  const missing = firstMissing({ questions: asked }, pad, form);
  if (missing) {
    missing.querySelector('input').focus();
    return;
  }
  if (button.getAttribute('aria-disabled')) return;
  button.setAttribute('aria-disabled', 'true');
  button.textContent = 'Sending…';
  const { ended, number, perDay } = session();
  const event = { ...newEvent('massage-ended', { seconds: ended.seconds, stopped: ended.stopped, answers: { ...pad.answers } }), at: ended.at };
  keepForEpisode('counted', { number, perDay, stopped: ended.stopped });
  dropForEpisode('session');
  dropForEpisode('draft.after');
  const result = await send(event);
  const grave = asked.some((id) => isGrave(id, pad.answers[id]));
  keepForEpisode('last', { id: event.id, kind: 'massage-after', at: new Date(now()).toISOString(), half: false, emergency: false, crisis: false, grave, outcome: result.outcome, level: result.assessment?.level ?? null, why: result.why ?? null, sentAt: result.outcome === 'waiting' ? null : new Date(now()).toISOString() });
  go(result.outcome === 'accepted' && !grave && !openStatus() ? 'massage/done' : 'result');
}

/** The day's count. */
function done() {
  const { number, perDay } = keptForEpisode('counted') ?? { number: massage().doneToday, perDay: massage().perDay };
  const last = number >= perDay;
  return page('Done', [h('section', { class: 'card card-ok', 'aria-label': 'Massage' }, h('h1', null, last ? 'Done for today' : `That was the ${ordinal(number)} of ${perDay}`),
    h('p', { class: 'gap-small' }, last ? `${number} of ${perDay}. More would not help and can move the filler.` : 'The next one opens in 2 hours at the earliest.'),
    massage().opens && Date.parse(massage().opens) > now() ? h('p', null, `Next: ${when(massage().opens)}.`) : null,
    h('p', null, `${massage().who ?? massage().practitioner} can change this.`)),
  h('div', { class: 'actions' }, h('button', { class: 'button', type: 'button', onclick: toToday }, 'Today'))]);
}
