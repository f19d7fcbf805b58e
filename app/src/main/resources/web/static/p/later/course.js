// The patient's own course: what she told us, day by day, what is coming, and what becomes free when.
import { app } from './app.js';
import { plot } from './plots.js';

const { atLeast, callButtons, capital, english, flagged, foot, from, fromDay, h, inSentence, link, now, numberLink, openStatus, questionsOfTheDay, say, when, woven } = app;

const PAIN = { most: 10, high: 120, labels: [[0, '0'], [5, '5'], [10, '10']] };
const MOST_ROWS = 4;
const OTHER_COLOUR = ['pale', 'grey', 'dusky', 'patchy'];

export function page() {
  const told = link.view.course;
  return { title: say('course.title'), kind: 'page page-course', place: 'course', content: [
    grave() ? h('section', { class: 'card card-urgent note', 'aria-label': say('app.call') }, h('h2', null, grave().level === 'emergency' ? flagged('red-flags.call-now', { number: link.view.clinic.emergencyNumber }) : [grave().levelTitle, english(grave().source?.levelTitle)]), callButtons(grave().level === 'emergency')) : null,
    h('header', null, h('h1', null, say('course.title')), h('p', null, summary(told))),
    h('div', { class: 'columns' },
      h('div', null, told.length === 0 ? h('p', { class: 'card' }, say('course.empty')) : plots(told)),
      h('div', null, care(), coming(), opening(), answers(told))),
    h('p', { class: 'gap middling' }, woven('call.worse-course', { number: numberLink(link.view.clinic.emergencyLine) })),
    grave() ? null : questionsOfTheDay(),
    foot(),
  ] };
}

const grave = () => (openStatus() && atLeast(openStatus().level, 'urgent') ? openStatus() : null);

// Only counts, never praise: whoever missed one is not scolded either.
function summary(told) {
  const { plan } = link.view;
  const drawn = told.length === 0 ? say('course.no-answers') : say('course.told');
  return plan?.asked > 0 ? `${drawn} ${say('course.answered', { done: plan.answered, count: plan.asked })}` : drawn;
}

function plots(told) {
  const to = Math.max(24, ...told.map((each) => each.hours));
  const span = { from: 0, to };
  const pain = told.filter((each) => typeof each.pain === 'number').map((each) => ({ ...each, value: each.pain }));
  return [
    pain.length > 0 ? plot(say('course.pain'), painWords(pain), pain, PAIN, span) : null,
    ranked(told, 'swelling', say('course.swelling'), span), colour(told, span),
    h('p', { class: 'soft small gap-small' }, say('course.axis')),
  ];
}

function painWords(pain) {
  const last = pain.at(-1);
  const highest = pain.reduce((one, other) => (other.value > one.value ? other : one));
  const newest = say('course.pain-last', { pain: last.value, when: when(last.at) });
  if (pain.length === 1) return newest;
  return highest.value === last.value ? `${newest} ${say('course.pain-not-higher')}` : `${newest} ${say('course.pain-highest', { pain: highest.value, when: when(highest.at) })}`;
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
  const newest = say('course.last', { answer: text(last), when: when(last.at) });
  const sentence = worst.value === last.value ? newest : `${newest} ${say('course.most', { answer: text(worst), when: when(worst.at) })}`;
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
    other.length > 0 ? say('course.other-colour', { when: when(other.at(-1).at) }) : null,
    bruised.length > 0 ? say('course.a-bruise', { when: when(bruised.at(-1).at) }) : null,
    other.length + bruised.length === 0 ? say('course.no-bruise') : null,
  ].filter(Boolean).join(' ');
  return [plot(say('course.bruise'), sentence, marks, { most: 2, high: 56, labels: [[0, '0'], [1, '1'], [2, '2']] }, span),
    h('p', { class: 'soft small gap-small' }, say('course.colours'), ' ', flagged('red-flags.colour-now'))];
}

/** Who looks after her, who rang in vain, and when somebody sees her: only what the record says. */
function care() {
  const { takenOver, rang, review } = link.view.care ?? {};
  const rows = [
    review ? [say(review.cancelled ? 'care.off' : 'care.review', { who: review.with, when: when(review.time) }), review.where && !review.cancelled ? h('span', { class: 'soft' }, say('care.where', { where: review.where })) : null] : null,
    takenOver ? [say('care.taken', { who: takenOver.by })] : null,
    rang ? [say(rang.outcome === 'no-answer' ? 'care.no-answer' : 'care.left-message', { who: rang.by, when: capital(when(rang.at)) })] : null,
  ].filter(Boolean);
  if (rows.length === 0) return null;
  return h('section', { id: 'care' }, h('h2', { class: 'over' }, say('care.title')), h('div', { class: 'card' }, h('ul', { class: 'rows' },
    rows.map((row) => h('li', { class: 'avoid' }, h('span', null, row.flatMap((part, i) => (i === 0 ? [part] : [' ', part]))))))));
}

/** What the patient will be asked, soonest first. */
function coming() {
  const list = link.view.plan?.coming ?? [...link.view.today.tasks.filter((task) => task.state === 'coming' && task.activity !== 'massage'), link.view.today.next]
    .filter((task, at, all) => task && all.findIndex((other) => other?.id === task.id) === at);
  if (list.length === 0) return null;
  return h('section', null, h('h2', { class: 'over' }, say('course.coming')), h('div', { class: 'card' }, h('ul', { class: 'rows' },
    list.map((task) => h('li', { class: 'avoid' }, h('span', null, task.title), h('span', { class: 'until' }, from(task.opens)))))));
}

/** What is still to be left alone, in the order in which it becomes free. */
function opening() {
  const held = link.view.today.avoid.filter((each) => each.avoid !== false && each.until && Date.parse(each.until) > now());
  const allowed = link.view.today.avoid.filter((each) => each.avoid === false && each.state === 'later');
  const rows = [...held.map((each) => ({ title: each.title, at: each.until, words: say('course.free-from', { from: fromDay(each.until) }) })),
    ...allowed.map((each) => ({ title: each.title, at: each.from, words: say('today.allowed-from', { from: fromDay(each.from) }) }))].sort((one, other) => one.at.localeCompare(other.at));
  if (rows.length === 0) return null;
  return h('section', null, h('h2', { class: 'over' }, say('course.free')), h('div', { class: 'card' }, h('ul', { class: 'rows' },
    rows.map((row) => h('li', { class: 'avoid' }, h('span', null, row.title), h('span', { class: 'until' }, row.words))))));
}

function answers(told) {
  if (told.length === 0) return null;
  const rows = [...told].reverse().map((each) => h('li', { class: 'avoid' }, h('span', null, words(each), each.helper ? h('span', { class: 'soft middling' }, ` (${say('helped.by', { name: each.helper })})`) : null), h('span', { class: 'until' }, when(each.at))));
  const older = rows.splice(MOST_ROWS);
  return h('section', null, h('h2', { class: 'over' }, say('course.answers')), h('div', { class: 'card' }, h('ul', { class: 'rows' }, rows),
    older.length > 0 ? h('details', { 'data-key': 'older', class: 'gap-small' }, h('summary', null, say('course.before', { count: older.length })), h('ul', { class: 'rows' }, older)) : null));
}

function words(each) {
  const text = (question) => inSentence(answersOf(question).find((one) => one.id === each[question])?.text ?? each[question]);
  return [typeof each.pain === 'number' ? say('course.row-pain', { pain: each.pain }) : null, each.swelling ? say('course.row-swelling', { answer: text('swelling') }) : null, each.colour ? say('course.row-colour', { answer: text('colour') }) : null].filter(Boolean).join(', ') || say('course.row-answered');
}
