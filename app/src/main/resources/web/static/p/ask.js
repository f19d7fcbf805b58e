// One form from its first question to "sent": a check-in, a worry of one's own, or the gate of a massage.
import { h, go, announce } from './dom.js';
import { dropForEpisode, keepForEpisode, keptForEpisode, link, newEvent, send } from './episode.js';
import { applies, answerWords, ask, firstMissing, isGrave, isWorrying, screens, steps } from './questions.js';
import { callButtons, downWords, emergencyLineWords, massageOpen, monitoring, openCheckIn, top, toToday } from './pieces.js';
import { EMERGENCY_QUESTIONS, atLeast, telephone } from './words.js';
import { now, when } from './time.js';

const FRESH_MS = 30 * 60000;

/** The half-filled form of a kind, if there is one. */
export function half(kind) {
  const draft = keptForEpisode(`draft.${kind}`);
  return draft && Object.keys(draft.answers).length > 0 ? draft : null;
}

/** What each kind of form is called, where it lives, and which event it becomes. */
const KINDS = {
  'check-in': { title: 'Check-in', event: 'check-in', form: () => dueForm() },
  'worried': { title: 'I am worried now', event: 'contact', form: () => link.view.forms.contact ?? 'full' },
  'massage': { title: 'Before your massage', event: 'check-in', form: () => 'gate' },
};

function dueForm() {
  return openCheckIn()?.form ?? 'full';
}

/** The page of `kind` at `step`: a screen number from 1, or "review". */
export function askPage(kind, step) {
  const pad = padOf(kind);
  const list = screens(pad.form, pad.answers);
  const number = Number(step ?? 1);
  if (step === 'review' || number > list.length) return review(kind, pad, list);
  return questionPage(kind, pad, list, Math.max(1, number));
}

// A check-in of another form or from long ago starts afresh: its answers were about another moment.
function padOf(kind) {
  const form = KINDS[kind].form();
  let draft = keptForEpisode(`draft.${kind}`);
  if (!draft || draft.form !== form || Date.now() - Date.parse(draft.touched) > FRESH_MS) {
    draft = { form, began: new Date(now()).toISOString(), touched: new Date().toISOString(), answers: {}, looked: [], told: [] };
  }
  return { ...draft, kind, changed: () => {} };
}

function keep(pad) {
  const { form, began, answers, looked, told } = pad;
  keepForEpisode(`draft.${pad.kind}`, { form, began, touched: new Date().toISOString(), answers, looked, told });
}

function questionPage(kind, pad, list, number) {
  const screen = list[number - 1];
  const alone = screen.all.length === 1;
  const heading = kind === 'worried' && number === 1 ? 'h2' : 'h1';
  const button = h('button', { class: 'button button-solid', type: 'submit' });
  const strip = h('div');
  const form = h('form', { novalidate: true, onsubmit: (event) => { event.preventDefault(); onwards(kind, pad, list, number, form, button); } },
    screen.all.map((id) => ask(id, pad, alone ? heading : null)), h('div', { class: 'actions' }, button));
  const show = () => {
    for (const id of screen.all) form.querySelector(`[data-question="${CSS.escape(id)}"]`).hidden = !applies(id, pad.answers);
    button.textContent = nextWord(screen, pad, number === list.length);
    strip.replaceChildren(...offlineStrip(pad));
  };
  pad.changed = () => { keep(pad); show(); };
  show();
  return {
    title: KINDS[kind].title, kind: 'page', place: kind === 'worried' ? 'worried' : null, holds: true, networkChanged: show,
    content: [
      top(number === 1 ? 'Close' : 'Back', () => (number === 1 ? toToday() : history.back()), h('p', null, `${KINDS[kind].title}, ${number} of ${list.length}`)),
      kind === 'worried' && number === 1 ? worriedTop(pad) : null,
      strip,
      steps(number, list.length),
      alone ? null : h(heading, { class: 'screen-title' }, screen.title),
      form,
      kind === 'worried' && number > 1 ? callLine() : null,
    ],
  };
}

// Without a network nobody can see the answers: any red flag that is not at its best brings the numbers.
function offlineStrip(pad) {
  const offline = link.downSince !== null || !navigator.onLine;
  const flagged = Object.keys(pad.answers).filter((id) => isWorrying(id, pad.answers[id]));
  if (!offline || flagged.length === 0) return [];
  const emergency = flagged.some((id) => EMERGENCY_QUESTIONS.includes(id));
  return [h('section', { class: 'card card-urgent call-strip', 'aria-label': 'Call', role: 'status' },
    h('h2', null, 'Not sent'),
    h('p', { class: 'gap-small' }, `${downWords()} Nobody at the clinic can see your answers. Call if you are worried.`),
    callButtons(emergency))];
}

function worriedTop(pad) {
  return h('section', { class: 'card card-urgent call-strip', 'aria-label': 'Call' },
    h('h1', null, 'I am worried now'),
    h('p', { class: 'gap-small' }, 'You can call at any time. You do not have to answer first.'),
    callButtons(false), emergencyLineWords(),
    Object.keys(pad.answers).length > 0 ? h('p', { class: 'middling' }, `You began at ${when(pad.began)}. Your answers are below.`) : null);
}

function callLine() {
  const { clinic } = link.view;
  return h('p', { class: 'gap-small' }, 'Getting worse while you answer? ', h('a', { href: telephone(clinic.emergencyLine) }, `Call ${clinic.emergencyLine}`), '.');
}

const noneOf = (id) => link.view.questions[id].none;
const open = (screen, pad) => visible(screen, pad).filter((id) => pad.answers[id] === undefined);
const visible = (screen, pad) => screen.all.filter((id) => applies(id, pad.answers));

// "None of these" stands for the best answer of every question still open on the screen, where each has one.
// On a screen that was touched only plain no-or-yes questions are filled: "nothing else" says nothing about
// how a pain or a swelling is changing. A question that hangs on another one is never filled.
function fillsTheRest(screen, pad) {
  const left = open(screen, pad).filter((id) => !link.view.questions[id].optional || noneOf(id));
  const untouched = open(screen, pad).length === visible(screen, pad).length;
  const fits = (id) => noneOf(id) && !link.view.questions[id].onlyIf && (untouched || link.view.questions[id].answers.length === 2);
  return visible(screen, pad).length > 1 && left.length > 0 && left.every(fits);
}

function nextWord(screen, pad, last) {
  if (fillsTheRest(screen, pad)) {
    const untouched = open(screen, pad).length === visible(screen, pad).length;
    return untouched ? screen.none ?? 'None of these' : 'Nothing else here';
  }
  return last ? 'Look over my answers' : 'Next';
}

async function onwards(kind, pad, list, number, form, button) {
  const screen = { ...list[number - 1], questions: visible(list[number - 1], pad) };
  if (fillsTheRest(screen, pad)) for (const id of open(screen, pad)) pad.answers[id] = noneOf(id);
  const missing = firstMissing(screen, pad, form);
  if (missing) {
    missing.querySelector('input').focus();
    announce(missing.querySelector('.wrong').textContent);
    return;
  }
  keep(pad);
  if (await stopsHere(kind, pad, screen, button)) return;
  const next = screens(pad.form, pad.answers);
  go(`${kind}/${number >= next.length ? 'review' : number + 1}`);
}

// A red flag is told at once, before the rest of the form: a half-filled form is triaged for what it says.
async function stopsHere(kind, pad, screen, button) {
  const fresh = screen.questions.filter((id) => isGrave(id, pad.answers[id]) && !pad.told.includes(`${id}=${pad.answers[id]}`));
  if (fresh.length === 0) return false;
  button.setAttribute('aria-disabled', 'true');
  button.textContent = 'Telling the clinic…';
  pad.told.push(...fresh.map((id) => `${id}=${pad.answers[id]}`));
  keep(pad);
  const event = newEvent(KINDS[kind].event, { form: pad.form, complete: false, answers: given(pad) });
  const result = await send(event);
  button.removeAttribute('aria-disabled');
  const grave = result.outcome === 'waiting' || (monitoring() && result.assessment && atLeast(result.assessment.level, 'urgent'));
  if (!grave) return false;
  remember(kind, event, result, fresh, true);
  go('result');
  return true;
}

/** The answers of the questions that are really asked; a hidden one is not sent. */
function given(pad) {
  const answers = {};
  for (const screen of screens(pad.form, pad.answers)) {
    for (const id of screen.questions) if (pad.answers[id] !== undefined) answers[id] = pad.answers[id];
  }
  return answers;
}

function review(kind, pad, list) {
  const button = h('button', { class: 'button button-solid', type: 'button', onclick: () => sendAll(kind, pad, button) }, kind === 'massage' ? 'Check and go on' : `Send to ${link.view.clinic.name}`);
  return {
    title: 'Look over your answers', kind: 'page', place: kind === 'worried' ? 'worried' : null, holds: true,
    content: [
      top('Back', () => history.back(), h('p', null, KINDS[kind].title)),
      h('h1', null, 'Is this right?'),
      h('ul', { class: 'review' }, list.map((screen, at) => h('li', null,
        h('h3', null, screen.title, h('a', { class: 'button button-quiet', href: `#/${kind}/${at + 1}`, 'aria-label': `Change ${screen.title}` }, 'Change')),
        screen.questions.map((id) => h('p', null, link.view.questions[id].text, ' ', h('b', null, answerWords(id, pad.answers[id]))))))),
      h('div', { class: 'actions' }, button, h('p', { class: 'soft middling' }, 'Nothing has been sent as a whole yet.')),
    ],
  };
}

async function sendAll(kind, pad, button) {
  if (button.getAttribute('aria-disabled')) return;
  button.setAttribute('aria-disabled', 'true');
  button.textContent = 'Sending…';
  const event = newEvent(KINDS[kind].event, { form: pad.form, complete: true, answers: given(pad) });
  const graveOnes = Object.keys(event.answers).filter((id) => isGrave(id, event.answers[id]));
  dropForEpisode(`draft.${kind}`);
  const result = await send(event);
  remember(kind, event, result, graveOnes, false);
  const passed = kind === 'massage' && result.outcome !== 'waiting' && massageOpen();
  go(passed ? 'massage/hands' : 'result');
}

function remember(kind, event, result, graveOnes, isHalf) {
  const at = new Date(now()).toISOString();
  keepForEpisode('last', {
    id: event.id, kind, at, half: isHalf, grave: graveOnes.length > 0,
    emergency: graveOnes.some((id) => EMERGENCY_QUESTIONS.includes(id)), crisis: graveOnes.includes('self-harm'),
    outcome: result.outcome, level: result.assessment?.level ?? null, why: result.why ?? null,
    sentAt: result.outcome === 'waiting' ? null : at,
  });
}
