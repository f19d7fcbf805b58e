// Which questions a form asks now, and one question as something to tap.
import { h, s } from './dom.js';
import { hoursNow, link } from './episode.js';
import { crisisLine } from './pieces.js';

const LONGEST_TEXT = 2000;

/** The groups of a form with the questions that it asks at this hour, given the answers so far. */
export function screens(formId, answers) {
  const form = link.view.forms[formId];
  return form.groups
    .map((group) => ({ ...group, all: group.questions.filter(inItsHours), questions: group.questions.filter((id) => inItsHours(id) && applies(id, answers)) }))
    .filter((group) => group.questions.length > 0);
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
  if (answer === undefined || answer === '') return question.optional ? 'left empty' : 'no answer';
  const chosen = question.answers?.find((each) => each.id === answer);
  if (chosen) return chosen.text;
  if (answer === 'unsure') return question.unsure ?? 'Not sure';
  return question.kind === 'scale' ? question.labels?.[answer] ?? `${answer} of ${question.most}` : answer;
}

/**
 * One question. `pad` holds the answers and is told of each change: {answers, looked, changed}.
 * `heading` is the tag of its text where the screen asks only this, else null.
 */
export function ask(id, pad, heading) {
  const question = link.view.questions[id];
  const field = h('fieldset', { class: heading ? 'ask' : 'ask ask-many', 'data-question': id, 'aria-describedby': `${id}-help ${id}-wrong` },
    h('legend', null, heading ? h(heading, null, question.text) : question.text, question.optional ? h('span', { class: 'soft' }, ' (you can skip this)') : null),
    question.help ? h('p', { class: 'help', id: `${id}-help` }, question.help) : null,
    id === 'self-harm' ? crisisLine() : null);
  if (question.kind === 'text') field.append(textField(id, question, pad));
  else field.append(...answersOf(id, question, pad));
  field.append(h('p', { class: 'wrong', id: `${id}-wrong`, role: 'alert', hidden: true }));
  return field;
}

function answersOf(id, question, pad) {
  const labelled = question.kind === 'scale' && question.labels?.length === question.most + 1;
  const scale = question.kind === 'scale' && !labelled;
  const list = labelled ? question.labels.map((text, number) => ({ id: number, text })) : scale ? Array.from({ length: question.most + 1 }, (_, number) => ({ id: number, text: String(number) })) : question.answers;
  const short = !scale && list.length <= 2 && list.every((each) => each.text.length <= 12);
  const look = lookAgain(id, question);
  const buttons = list.map((each) => answer(id, each.id, each.text, pad));
  const unsure = question.unsure ? answer(id, 'unsure', question.unsure, pad, question.redFlag ? look : null) : null;
  return [
    h('div', { class: `answers ${scale ? 'answers-scale' : short ? 'answers-short' : ''}` }, buttons, scale ? null : unsure),
    scale ? h('p', { class: 'scale-ends' }, `0: ${question.least ?? 'none'}. ${question.most}: ${question.worst ?? 'the worst'}.`) : null,
    scale && unsure ? h('div', { class: 'answers' }, unsure) : null,
    look,
  ].filter(Boolean);
}

function answer(id, value, text, pad, look) {
  const input = h('input', { type: 'radio', name: id, value, checked: pad.answers[id] === value, onchange: () => choose(id, value, input, pad, look) });
  return h('label', { class: value === 'unsure' ? 'answer answer-unsure' : 'answer' }, input, h('span', null, text));
}

// Not sure about a red flag counts as the worst, but only after one second look with guidance.
function choose(id, value, input, pad, look) {
  const fieldset = input.closest('fieldset');
  if (value === 'unsure' && look && !pad.looked.includes(id)) {
    pad.looked.push(id);
    look.hidden = false;
    input.checked = false;
    const before = pad.answers[id];
    for (const other of fieldset.querySelectorAll('input')) other.checked = before !== undefined && other.value === String(before);
    look.scrollIntoView({ block: 'nearest' });
    input.focus();
    return;
  }
  fieldset.querySelector('.wrong').hidden = true;
  if (look === undefined || value !== 'unsure') fieldset.querySelector('.look-again')?.setAttribute('hidden', '');
  pad.answers[id] = value;
  pad.changed(id);
}

function lookAgain(id, question) {
  return h('div', { class: 'look-again', role: 'status', hidden: true, id: `${id}-look` },
    h('h3', null, 'Look once more'),
    h('p', { class: 'middling' }, link.view.words?.lookAgain ?? question.help ?? 'Go to a window or switch on a bright light. Use a mirror. Compare with the other side.'),
    h('p', { class: 'middling' }, 'Still not sure? Tap "Not sure" again. That is a good answer: we then treat it as serious.'));
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
    wrong.textContent = question.kind === 'scale' ? `Choose a number from 0 to ${question.most}.` : 'Choose one answer.';
    first ??= field;
  }
  return first;
}

/** The line that shows how far along a form is. */
export function steps(number, count) {
  return s('svg', { class: 'steps', viewBox: '0 0 100 4', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    s('rect', { class: 'bar-track', width: 100, height: 4 }), s('rect', { class: 'bar-fill', width: (100 * number) / count, height: 4 }));
}
