// Which questions a form asks now, and one question as something to tap.
import { english, flagged } from './beside.js';
import { h, s } from './dom.js';
import { hoursNow, keptForEpisode, link } from './episode.js';
import { crisisLine } from './pieces.js';
import { refillGuide } from './refill.js';
import { say } from './say.js';
import { isDrawn, signDrawing } from './signs.js';
import { slider } from './slider.js';

const LONGEST_TEXT = 2000;

// A scale of a few numbers needs no slider beside them.
const MOST_TO_TAP = 5;

/** The groups of a form with the questions that it asks at this hour, given the answers so far. */
export function screens(formId, answers) {
  const form = link.view.forms[formId];
  return form.groups
    .map((group) => ({ ...group, all: group.questions.filter(inItsHours), questions: group.questions.filter((id) => inItsHours(id) && applies(id, answers)) }))
    .filter((group) => group.questions.length > 0);
}

/** How the questions come: "groups" (the usual), "one" a screen, or "all" on one page. The gate of a massage is always in its groups. */
export const waysOfAsking = () => [['groups', say('ask.way-groups')], ['one', say('ask.way-one')], ['all', say('ask.way-all')]];
export const wayOfAsking = (formId) => (formId === 'gate' ? 'groups' : keptForEpisode('asking') ?? 'groups');

/** The screens of a form as the patient wants them: each page has sections, each section is a group or a part of one. */
export function pagesOf(formId, answers) {
  const groups = screens(formId, answers);
  const way = wayOfAsking(formId);
  if (way === 'all') return [{ title: say('ask.all'), sections: groups }];
  if (way === 'one') return groups.flatMap((group) => group.questions.map((id) => ({ title: group.title, sections: [{ ...group, all: [id], questions: [id] }] })));
  return groups.map((group) => ({ title: group.title, sections: [group] }));
}

function inItsHours(id) {
  const question = link.view.questions[id];
  if (!question) throw new Error(`the form asks ${id}, which no question defines`);
  const hours = hoursNow();
  return !(question.beforeHours !== undefined && question.beforeHours !== null && hours >= question.beforeHours)
    && !(question.fromHours !== undefined && question.fromHours !== null && hours < question.fromHours);
}

/** Whether a question is asked, given the answers: "only if pain is at least 1". Not sure counts as yes. */
export function applies(id, answers) {
  const condition = link.view.questions[id].onlyIf;
  if (!condition) return true;
  const given = answers[condition.question];
  if (given === undefined) return false;
  return given === 'unsure' || rank(condition.question, given) >= rank(condition.question, condition.atLeast);
}

function rank(id, answer) {
  const question = link.view.questions[id];
  return question.kind === 'scale' ? Number(answer) : question.answers.findIndex((each) => each.id === String(answer));
}

/** Whether an answer is anything but the best one of a red flag. */
export function isWorrying(id, answer) {
  const question = link.view.questions[id];
  if (!question.redFlag || answer === undefined) return false;
  if (answer === 'unsure') return true;
  return question.kind === 'scale' ? Number(answer) > 0 : rank(id, answer) > 0;
}

/**
 * Whether an answer is told to the clinic before the form is complete. Wider than the rules, never narrower:
 * the last answer of any question, "not sure" about a red flag, pain of 4 or more or rising, and every
 * answer of a red flag from its third on (pale, grey, cold sore ...).
 */
export function isGrave(id, answer) {
  const question = link.view.questions[id];
  if (answer === undefined || question.kind === 'text') return false;
  if (answer === 'unsure') return question.redFlag;
  if (question.kind === 'scale') return question.redFlag && Number(answer) >= 4;
  const place = rank(id, answer);
  const mild = id === 'pain-course' ? rank(id, 'steady') : 1;
  return question.answers[place].worst || (question.redFlag && (place > mild || place === question.answers.length - 1));
}

/** An answer in the words of the question. */
export function answerWords(id, answer) {
  const question = link.view.questions[id];
  if (answer === undefined || answer === '') return question.optional ? say('ask.left-empty') : say('ask.no-answer');
  const chosen = question.answers?.find((each) => each.id === answer);
  if (chosen) return chosen.text;
  if (answer === 'unsure') return question.unsure ?? say('ask.not-sure');
  return question.kind === 'scale' ? question.labels?.[answer] ?? say('ask.of-most', { answer, most: question.most }) : answer;
}

/** A question and its answer in English, where no clinician has reviewed how they are said here. */
export function sourceWords(id, answer) {
  const { source } = link.view.questions[id];
  if (!source) return null;
  return `${source.text} ${source.answers?.[answer] ?? (answer === 'unsure' ? source.unsure : answer) ?? ''}`.trim();
}

/**
 * One question. `pad` holds the answers and is told of each change: {answers, looked, changed}.
 * `heading` is the tag of its text where the screen asks only this, else null.
 */
export function ask(id, pad, heading) {
  const question = link.view.questions[id];
  const field = h('fieldset', { class: heading ? 'ask' : 'ask ask-many', 'data-question': id, 'aria-describedby': `${id}-help ${id}-wrong` },
    h('legend', null, heading ? h(heading, null, question.text, english(question.source?.text)) : [question.text, english(question.source?.text)], question.optional ? h('span', { class: 'soft' }, ' ', say('ask.skip')) : null),
    question.help ? h('p', { class: 'help', id: `${id}-help` }, question.help, english(question.source?.help)) : null,
    id === 'self-harm' ? crisisLine() : null);
  if (question.kind === 'text') field.append(textField(id, question, pad));
  else field.append(...answersOf(id, question, pad, field));
  field.append(h('p', { class: 'wrong', id: `${id}-wrong`, role: 'alert', hidden: true }));
  return field;
}

function answersOf(id, question, pad, field) {
  const labelled = question.kind === 'scale' && question.labels?.length === question.most + 1;
  const scale = question.kind === 'scale' && !labelled;
  const list = labelled ? question.labels.map((text, number) => ({ id: number, text })) : scale ? Array.from({ length: question.most + 1 }, (_, number) => ({ id: number, text: String(number) })) : question.answers;
  const short = !scale && list.length <= 2 && list.every((each) => each.text.length <= 12);
  const look = lookAgain(id, question);
  const buttons = list.map((each) => answer(id, each.id, [each.text, scale ? null : english(question.source?.answers?.[each.id])], pad));
  const unsure = question.unsure ? answer(id, 'unsure', [question.unsure, english(question.source?.unsure)], pad, question.redFlag ? look : null) : null;
  return [
    id === 'refill' ? refillGuide() : null,
    scale && question.most > MOST_TO_TAP ? slide(id, question, pad, field) : null,
    h('div', { class: `answers ${scale ? 'answers-scale' : short ? 'answers-short' : ''}` }, buttons, scale ? null : unsure),
    scale ? h('p', { class: 'scale-ends' }, say('ask.scale-ends', { least: question.least ?? say('ask.least'), most: question.most, worst: question.worst ?? say('ask.worst') }), english(question.source?.answers && scaleEnds(question))) : null,
    scale && unsure ? h('div', { class: 'answers' }, unsure) : null,
    look,
  ].filter(Boolean);
}

const scaleEnds = ({ most, source }) => `0: ${source.answers[0]}. ${most}: ${source.answers[most]}.`;

// The slider and the numbers are one control: whatever is chosen in one is shown in the other.
function slide(id, question, pad, field) {
  const choose = (value) => field.querySelector(`input[name="${CSS.escape(id)}"][value="${value}"]`).click();
  const { element, show } = slider(question, choose);
  field.addEventListener('change', () => show(pad.answers[id]));
  show(pad.answers[id]);
  return element;
}

function answer(id, value, text, pad, look) {
  const input = h('input', { type: 'radio', name: id, value, checked: pad.answers[id] === value, onchange: () => choose(id, value, input, pad, look) });
  return h('label', { class: value === 'unsure' ? 'answer answer-unsure' : 'answer' }, input, h('span', null, signDrawing(id, value), h('span', null, text)));
}

// Not sure about a red flag counts as the worst, but only after one second look with guidance.
function choose(id, value, input, pad, look) {
  const fieldset = input.closest('fieldset');
  if (value === 'unsure' && look && !pad.looked.includes(id)) {
    pad.looked.push(id);
    look.hidden = false;
    input.checked = false;
    const before = pad.answers[id];
    for (const other of fieldset.querySelectorAll(`input[name="${CSS.escape(id)}"]`)) other.checked = before !== undefined && other.value === String(before);
    look.scrollIntoView({ block: 'nearest' });
    input.focus();
    return;
  }
  fieldset.querySelector('.wrong').hidden = true;
  if (look === undefined || value !== 'unsure') fieldset.querySelector('.look-again')?.setAttribute('hidden', '');
  pad.answers[id] = value;
  pad.changed(id);
}

// The guided second look, in the plan's own words. They say that "not sure" counts as a warning sign, which is
// not so of a question that may be skipped: there it counts for nothing, and that is said instead.
function lookAgain(id, question) {
  const words = question.optional ? null : link.view.words?.lookAgain;
  const source = link.view.words?.source?.lookAgain;
  return h('div', { class: 'look-again middling', role: 'status', hidden: true, id: `${id}-look` },
    words ? h('p', null, words, english(source)) : [
      h('p', null, flagged('red-flags.look-once-more')),
      h('p', null, question.optional ? say('ask.unsure-skip') : flagged('red-flags.still-unsure'))],
    isDrawn(id) ? h('p', null, flagged('red-flags.look-inside')) : null);
}

function textField(id, question, pad) {
  return h('textarea', {
    id: `${id}-text`, 'aria-label': question.text, maxlength: question.maxChars ?? LONGEST_TEXT,
    oninput: (event) => {
      const text = event.target.value.trim();
      if (text) pad.answers[id] = text;
      else delete pad.answers[id];
      pad.changed(id);
    },
  }, pad.answers[id] ?? '');
}

/** Shows what is missing at its question and answers the first faulty one, or null. */
export function firstMissing(screen, pad, page) {
  let first = null;
  for (const id of screen.questions) {
    const question = link.view.questions[id];
    if (pad.answers[id] !== undefined || question.optional || question.kind === 'text') continue;
    const field = page.querySelector(`[data-question="${CSS.escape(id)}"]`);
    const wrong = field.querySelector('.wrong');
    wrong.hidden = false;
    wrong.textContent = question.kind === 'scale' ? say('ask.choose-number', { most: question.most }) : say('ask.choose-one');
    first ??= field;
  }
  return first;
}

/** The line that shows how far along a form is. */
export function steps(number, count) {
  return s('svg', { class: 'steps', viewBox: '0 0 100 4', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    s('rect', { class: 'bar-track', width: 100, height: 4 }), s('rect', { class: 'bar-fill', width: (100 * number) / count, height: 4 }));
}
