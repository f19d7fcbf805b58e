// One form from its first question to "sent": a check-in, a worry of one's own, or the gate of a massage.
import { h, go, announce } from './dom.js';
import { dropForEpisode, keepForEpisode, keptForEpisode, link, newEvent, send } from './episode.js';
import { applies, answerWords, ask, sourceWords, firstMissing, isGrave, isWorrying, pagesOf, screens, steps, wayOfAsking, waysOfAsking } from './questions.js';
import { english, flagged } from './beside.js';
import { callButtons, downWords, emergencyLineWords, massageOpen, monitoring, numberLink, openCheckIn, top, toToday } from './pieces.js';
import { inSentence, say, woven } from './say.js';
import { EMERGENCY_QUESTIONS, atLeast } from './words.js';
import { now, when } from './time.js';
import { drawnIn } from './signs.js';

const FRESH_MS = 30 * 60000;

/** The half-filled form of a kind, if there is one. */
export function half(kind) {
  const draft = keptForEpisode(`draft.${kind}`);
  return draft && Object.keys(draft.answers).length > 0 ? draft : null;
}

/** What each kind of form is called, where it lives, and which event it becomes. */
const KINDS = {
  'check-in': { title: () => say('ask.check-in'), event: 'check-in', form: () => dueForm() },
  'worried': { title: () => say('ask.worried'), event: 'contact', form: () => link.view.forms.contact ?? 'full' },
  'massage': { title: () => say('ask.massage'), event: 'check-in', form: () => 'gate' },
};

function dueForm() {
  return openCheckIn()?.form ?? 'full';
}

/** The page of `kind` at `step`: a screen number from 1, or "review". */
export function askPage(kind, step) {
  const pad = padOf(kind);
  const list = pagesOf(pad.form, pad.answers);
  const number = Number(step ?? 1);
  if (step === 'review' || number > list.length) return review(kind, pad);
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
  const { title, sections } = list[number - 1];
  const many = sections.length > 1;
  const heading = kind === 'worried' && number === 1 ? 'h2' : 'h1';
  const button = h('button', { class: 'button button-solid', type: 'submit' });
  const strip = h('div');
  const tell = h('div');
  const form = h('form', { novalidate: true, onsubmit: (event) => { event.preventDefault(); onwards(kind, pad, list, number, form, button); } },
    sections.map((section) => (many ? groupOf(section, pad, () => form) : aloneOf(section, pad, heading))), h('div', { class: 'actions' }, button));
  const show = (changed) => {
    for (const section of sections) {
      for (const id of section.all) form.querySelector(`[data-question="${CSS.escape(id)}"]`).hidden = !applies(id, pad.answers);
      section.filler?.show();
    }
    button.textContent = many ? say('ask.look-over') : nextWord(sections[0], pad, number === list.length);
    strip.replaceChildren(...offlineStrip(pad));
    if (many) tellNow(tell, { kind, pad, sections, form, changed });
  };
  pad.changed = (id) => { keep(pad); show(id); };
  show();
  return {
    title: KINDS[kind].title(), kind: 'page', place: kind === 'worried' ? 'worried' : null, holds: true, networkChanged: () => show(),
    content: [
      top(number === 1 ? say('app.close') : say('app.back'), () => (number === 1 ? toToday() : history.back()), h('p', null, list.length > 1 ? say('ask.of', { title: KINDS[kind].title(), number, all: list.length }) : KINDS[kind].title())),
      kind === 'worried' && number === 1 ? worriedTop(pad) : null,
      strip,
      list.length > 1 ? steps(number, list.length) : null,
      many ? h(heading, { class: 'screen-title' }, title) : null,
      number === 1 && kind !== 'massage' ? chooseWay(kind, pad.form) : null,
      form,
      kind === 'worried' && number > 1 ? callLine() : null,
    ],
  };
}

// The only group of its page: the page's own button fills it.
function aloneOf(section, pad, heading) {
  const single = section.all.length === 1;
  return [single ? null : h(heading, { class: 'screen-title' }, section.title), drawnIn(section.all), section.all.map((id) => ask(id, pad, single ? heading : null))];
}

// One group among others on one page: it has its own "none of these".
function groupOf(section, pad, form) {
  const fill = h('button', { class: 'button gap', type: 'button', onclick: () => {
    for (const id of open(section, pad)) form().querySelector(`input[name="${CSS.escape(id)}"][value="${CSS.escape(noneOf(id))}"]`)?.click();
  } });
  section.filler = { show: () => { fill.hidden = !fillsTheRest(section, pad); fill.textContent = noneWord(section, pad); } };
  return h('section', { class: 'asked-group', 'aria-label': section.title }, h('h2', { class: 'screen-title' }, section.title), drawnIn(section.all), section.all.map((id) => ask(id, pad, null)), fill);
}

/** Lets the patient say how the questions come; this phone remembers it. */
function chooseWay(kind, form) {
  const now = wayOfAsking(form);
  return h('details', { class: 'ways', 'data-key': 'ways' }, h('summary', { class: 'middling soft' }, say('ask.way', { way: inSentence(waysOfAsking().find(([way]) => way === now)[1]) })),
    h('fieldset', { class: 'switches' }, h('legend', null, say('ask.how')), waysOfAsking().map(([way, words]) => h('label', { class: 'switch' },
      h('input', { type: 'radio', name: 'asking', value: way, checked: way === now, onchange: () => {
        keepForEpisode('asking', way);
        go(location.hash.endsWith(`${kind}/1`) ? kind : `${kind}/1`);
      } }), h('span', null, words)))));
}

// Where all questions stand on one page, a red flag cannot wait for the end of it: the way to tell it stands right under it.
function tellNow(place, { kind, pad, sections, form, changed }) {
  const untold = sections.flatMap((section) => visible(section, pad)).filter((id) => isUntold(id, pad));
  if (untold.length === 0) {
    place.remove();
    return;
  }
  if (changed === undefined || !untold.includes(changed)) return;
  const tell = async () => {
    const questions = sections.flatMap((section) => visible(section, pad));
    if (!(await stopsHere(kind, pad, { questions }, button))) place.replaceChildren(h('p', { class: 'card gap', role: 'status' }, say('ask.has-it')));
  };
  const button = h('button', { class: 'button button-solid', type: 'button', onclick: tell }, say('ask.tell'));
  place.replaceChildren(h('section', { class: 'card card-urgent gap', 'aria-label': say('ask.tell-label'), role: 'status' },
    h('h2', null, flagged('red-flags.should-not-wait')), h('p', { class: 'gap-small' }, flagged('red-flags.tell-now')), h('div', { class: 'buttons' }, button)));
  form.querySelector(`[data-question="${CSS.escape(changed)}"]`).after(place);
}

// Without a network nobody can see the answers: any red flag that is not at its best brings the numbers.
function offlineStrip(pad) {
  const offline = link.downSince !== null || !navigator.onLine;
  const flagged = Object.keys(pad.answers).filter((id) => isWorrying(id, pad.answers[id]));
  if (!offline || flagged.length === 0) return [];
  const emergency = flagged.some((id) => EMERGENCY_QUESTIONS.includes(id));
  return [h('section', { class: 'card card-urgent call-strip', 'aria-label': say('app.call'), role: 'status' },
    h('h2', null, say('net.not-sent')),
    h('p', { class: 'gap-small' }, `${downWords()} ${say('ask.nobody-sees')}`),
    callButtons(emergency))];
}

function worriedTop(pad) {
  return h('section', { class: 'card card-urgent call-strip', 'aria-label': say('app.call') },
    h('h1', null, say('ask.worried')),
    h('p', { class: 'gap-small' }, say('ask.any-time')),
    callButtons(false), emergencyLineWords(),
    Object.keys(pad.answers).length > 0 ? h('p', { class: 'middling' }, say('ask.began', { when: when(pad.began) })) : null);
}

function callLine() {
  const { clinic } = link.view;
  return h('p', { class: 'gap-small' }, woven('call.worse-answering', { number: numberLink(clinic.emergencyLine) }));
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
  if (fillsTheRest(screen, pad)) return noneWord(screen, pad);
  return last ? say('ask.look-over') : say('ask.next');
}

function noneWord(screen, pad) {
  const untouched = open(screen, pad).length === visible(screen, pad).length;
  return untouched ? screen.none ?? say('ask.none') : say('ask.nothing-else');
}

async function onwards(kind, pad, list, number, form, button) {
  const { sections } = list[number - 1];
  const screen = { questions: sections.flatMap((section) => visible(section, pad)) };
  if (sections.length === 1 && fillsTheRest(sections[0], pad)) for (const id of open(sections[0], pad)) pad.answers[id] = noneOf(id);
  const missing = firstMissing(screen, pad, form);
  if (missing) {
    missing.querySelector('input').focus();
    announce(missing.querySelector('.wrong').textContent);
    return;
  }
  keep(pad);
  if (await stopsHere(kind, pad, screen, button)) return;
  const next = pagesOf(pad.form, pad.answers);
  go(`${kind}/${number >= next.length ? 'review' : number + 1}`);
}

// A red flag is told at once, before the rest of the form: a half-filled form is triaged for what it says.
async function stopsHere(kind, pad, screen, button) {
  const fresh = screen.questions.filter((id) => isUntold(id, pad));
  if (fresh.length === 0) return false;
  button.setAttribute('aria-disabled', 'true');
  button.textContent = say('ask.telling');
  pad.told.push(...fresh.map((id) => `${id}=${pad.answers[id]}`));
  keep(pad);
  const event = newEvent(KINDS[kind].event, { form: pad.form, complete: false, answers: given(pad) });
  const result = await send(event);
  button.removeAttribute('aria-disabled');
  const grave = (result.outcome === 'waiting' && !result.assessment) || (monitoring() && result.assessment && atLeast(result.assessment.level, 'urgent'));
  if (!grave) return false;
  remember(kind, event, result, fresh, true);
  go('result');
  return true;
}

const isUntold = (id, pad) => isGrave(id, pad.answers[id]) && !pad.told.includes(`${id}=${pad.answers[id]}`);

/** The answers of the questions that are really asked; a hidden one is not sent. */
function given(pad) {
  const answers = {};
  for (const screen of screens(pad.form, pad.answers)) {
    for (const id of screen.questions) if (pad.answers[id] !== undefined) answers[id] = pad.answers[id];
  }
  return answers;
}

function review(kind, pad) {
  const list = screens(pad.form, pad.answers);
  const pages = pagesOf(pad.form, pad.answers);
  const pageOf = (group) => pages.findIndex((page) => page.sections.some((section) => section.id === group.id)) + 1;
  const button = h('button', { class: 'button button-solid', type: 'button', onclick: () => sendAll(kind, pad, button) }, kind === 'massage' ? say('ask.check-and-go') : say('ask.send-to', { clinic: link.view.clinic.name }));
  return {
    title: say('ask.look-over-title'), kind: 'page', place: kind === 'worried' ? 'worried' : null, holds: true,
    content: [
      top(say('app.back'), () => history.back(), h('p', null, KINDS[kind].title())),
      h('h1', null, say('ask.right')),
      h('ul', { class: 'review' }, list.map((screen) => h('li', null,
        h('h3', null, screen.title, h('a', { class: 'button button-quiet', href: `#/${kind}/${pageOf(screen)}`, 'aria-label': say('ask.change-what', { title: screen.title }) }, say('ask.change'))),
        screen.questions.map((id) => h('p', null, link.view.questions[id].text, ' ', h('b', null, answerWords(id, pad.answers[id])), english(sourceWords(id, pad.answers[id]))))))),
      h('div', { class: 'actions' }, button, h('p', { class: 'soft middling' }, say('ask.not-as-whole'))),
    ],
  };
}

async function sendAll(kind, pad, button) {
  if (button.getAttribute('aria-disabled')) return;
  button.setAttribute('aria-disabled', 'true');
  button.textContent = say('ask.sending');
  const event = newEvent(KINDS[kind].event, { form: pad.form, complete: true, answers: given(pad) });
  const graveOnes = Object.keys(event.answers).filter((id) => isGrave(id, event.answers[id]));
  dropForEpisode(`draft.${kind}`);
  const result = await send(event);
  remember(kind, event, result, graveOnes, false);
  const passed = kind === 'massage' && (result.outcome !== 'waiting' || result.phone?.status === 'accepted') && massageOpen();
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
