// The patient's own course: what she told us, day by day, what is coming, and what becomes free when.
import { h } from './dom.js';
import { link } from './episode.js';
import { questionsOfTheDay } from './learn.js';
import { callButtons, numberLink, openStatus } from './pieces.js';
import { plot } from './plots.js';
import { now, until, when } from './time.js';
import { foot } from './today.js';
import { atLeast } from './words.js';

const PAIN = { most: 10, high: 120, labels: [[0, '0'], [5, '5'], [10, '10']] };
const MOST_ROWS = 4;
const OTHER_COLOUR = ['pale', 'grey', 'dusky', 'patchy'];

export function course() {
  const told = link.view.course;
  return { title: 'Your course', kind: 'page page-course', place: 'course', content: [
    grave() ? h('section', { class: 'card card-urgent note', 'aria-label': 'Call' }, h('h2', null, grave().level === 'emergency' ? `Call ${link.view.clinic.emergencyNumber} now` : grave().levelTitle), callButtons(grave().level === 'emergency')) : null,
    h('header', null, h('h1', null, 'Your course'), h('p', null, summary(told))),
    h('div', { class: 'columns' },
      h('div', null, told.length === 0 ? h('p', { class: 'card' }, 'After your first check-in your pain, swelling and colour are drawn here.') : plots(told)),
      h('div', null, coming(), opening(), answers(told))),
    h('p', { class: 'gap middling' }, 'Is anything getting worse? Call ', numberLink(link.view.clinic.emergencyLine), ', also where a line goes down.'),
    grave() ? null : questionsOfTheDay(),
    foot(),
  ] };
}

const grave = () => (openStatus() && atLeast(openStatus().level, 'urgent') ? openStatus() : null);

// Only counts, never praise: whoever missed one is not scolded either.
function summary(told) {
  const { plan } = link.view;
  const drawn = told.length === 0 ? 'No answers yet.' : 'What you told us. Nothing is guessed.';
  return plan?.asked > 0 ? `${drawn} You answered ${plan.answered} of ${plan.asked} check-ins so far.` : drawn;
}

function plots(told) {
  const to = Math.max(24, ...told.map((each) => each.hours));
  const span = { from: 0, to };
  const pain = told.filter((each) => typeof each.pain === 'number').map((each) => ({ ...each, value: each.pain }));
  return [
    pain.length > 0 ? plot('Pain', painWords(pain), pain, PAIN, span) : null,
    ranked(told, 'swelling', 'Swelling', span), colour(told, span),
    h('p', { class: 'soft small gap-small' }, 'Left to right: days since your treatment. Your plan has no signed picture of what is expected, so none is drawn.'),
  ];
}

function painWords(pain) {
  const last = pain.at(-1);
  const highest = pain.reduce((one, other) => (other.value > one.value ? other : one));
  const newest = `Last: ${last.value} of 10, ${when(last.at)}.`;
  if (pain.length === 1) return newest;
  return highest.value === last.value ? `${newest} It has not been higher.` : `${newest} Highest: ${highest.value}, ${when(highest.at)}.`;
}

const answersOf = (question) => link.view.questions[question]?.answers ?? [];

/** A question whose answers run from the least to the most: its plot has a line for each answer. */
function ranked(told, question, title, span) {
  const list = answersOf(question);
  const marks = told.map((each) => ({ ...each, value: list.findIndex((one) => one.id === each[question]) })).filter((each) => each.value >= 0);
  if (marks.length === 0) return null;
  const text = (mark) => list[mark.value].text;
  const last = marks.at(-1);
  const worst = marks.reduce((one, other) => (other.value >= one.value ? other : one));
  const newest = `Last: “${text(last)}”, ${when(last.at)}.`;
  const sentence = worst.value === last.value ? newest : `${newest} Most: “${text(worst)}”, ${when(worst.at)}.`;
  const labels = list.map((_, value) => [value, String(value)]);
  return [plot(title, sentence, marks, { most: Math.max(1, list.length - 1), high: 84, labels }, span),
    h('p', { class: 'soft small gap-small' }, list.map((one, value) => `${value}: ${one.text}.`).join(' '))];
}

/** The colour of the lips: as ever, a bruise, or another one that is never drawn as a step on the way to it. */
function colour(told, span) {
  const marks = told.filter((each) => each.colour).map((each) => ({ ...each, value: each.colour === 'bruised' ? 1 : OTHER_COLOUR.includes(each.colour) || each.colour === 'unsure' ? 2 : 0 }));
  if (marks.length === 0) return null;
  const bruised = marks.filter((each) => each.value === 1);
  const other = marks.filter((each) => each.value === 2);
  const sentence = [
    other.length > 0 ? `You told us of another colour, or were not sure, ${when(other.at(-1).at)}.` : null,
    bruised.length > 0 ? `You told us of a bruise, last ${when(bruised.at(-1).at)}.` : null,
    other.length + bruised.length === 0 ? 'You told us of no bruise.' : null,
  ].filter(Boolean).join(' ');
  return [plot('Bruise and colour', sentence, marks, { most: 2, high: 56, labels: [[0, '0'], [1, '1'], [2, '2']] }, span),
    h('p', { class: 'soft small gap-small' }, '0: usual. 1: bruise. 2: pale, grey, dusky, blotchy, or not sure. Is it pale, grey, dusky or blotchy now? Call at once.')];
}

/** What the patient will be asked, soonest first. */
function coming() {
  const list = link.view.plan?.coming ?? [...link.view.today.tasks.filter((task) => task.state === 'coming' && task.activity !== 'massage'), link.view.today.next]
    .filter((task, at, all) => task && all.findIndex((other) => other?.id === task.id) === at);
  if (list.length === 0) return null;
  return h('section', null, h('h2', { class: 'over' }, 'What is coming'), h('div', { class: 'card' }, h('ul', { class: 'rows' },
    list.map((task) => h('li', { class: 'avoid' }, h('span', null, task.title), h('span', { class: 'until' }, `from ${when(task.opens)}`))))));
}

/** What is still to be left alone, in the order in which it becomes free. */
function opening() {
  const held = link.view.today.avoid.filter((each) => each.avoid !== false && each.until && Date.parse(each.until) > now());
  const allowed = link.view.today.avoid.filter((each) => each.avoid === false && each.state === 'later');
  const rows = [...held.map((each) => ({ title: each.title, at: each.until, words: `free from ${until(each.until)}` })),
    ...allowed.map((each) => ({ title: each.title, at: each.from, words: `allowed from ${until(each.from)}` }))].sort((one, other) => one.at.localeCompare(other.at));
  if (rows.length === 0) return null;
  return h('section', null, h('h2', { class: 'over' }, 'Free again'), h('div', { class: 'card' }, h('ul', { class: 'rows' },
    rows.map((row) => h('li', { class: 'avoid' }, h('span', null, row.title), h('span', { class: 'until' }, row.words))))));
}

function answers(told) {
  if (told.length === 0) return null;
  const rows = [...told].reverse().map((each) => h('li', { class: 'avoid' }, h('span', null, words(each)), h('span', { class: 'until' }, when(each.at))));
  const older = rows.splice(MOST_ROWS);
  return h('section', null, h('h2', { class: 'over' }, 'Your answers'), h('div', { class: 'card' }, h('ul', { class: 'rows' }, rows),
    older.length > 0 ? h('details', { 'data-key': 'older', class: 'gap-small' }, h('summary', null, `Before that (${older.length})`), h('ul', { class: 'rows' }, older)) : null));
}

function words(each) {
  const text = (question) => answersOf(question).find((one) => one.id === each[question])?.text.toLowerCase() ?? each[question];
  return [typeof each.pain === 'number' ? `Pain ${each.pain}` : null, each.swelling ? `swelling: ${text('swelling')}` : null, each.colour ? `colour: ${text('colour')}` : null].filter(Boolean).join(', ') || 'Answered';
}
