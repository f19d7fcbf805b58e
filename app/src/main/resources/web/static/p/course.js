// The patient's own course: what she told us about pain, as a line with its sentence.
import { h, s } from './dom.js';
import { link } from './episode.js';
import { when } from './time.js';
import { foot } from './today.js';

const WIDE = 340;
const HIGH = 190;
const LEFT = 26;
const TOP = 12;
const BOTTOM = 162;

export function course() {
  const points = link.view.course.filter((each) => typeof each.pain === 'number');
  return { title: 'Your course', kind: 'page', place: 'course', content: [
    h('header', null, h('h1', null, 'Your course'), h('p', null, 'What you told us. Nothing is guessed.')),
    points.length === 0 ? h('p', { class: 'card' }, 'No answers yet. After your first check-in your pain is drawn here.') : pain(points),
    link.view.course.length > 0 ? h('section', null, h('h2', { class: 'over' }, 'Your answers'),
      h('div', { class: 'card' }, h('ul', { class: 'rows' }, [...link.view.course].reverse().map((each) => h('li', { class: 'avoid' }, h('span', null, words(each)), h('span', { class: 'until' }, when(each.at))))))) : null,
    foot(),
  ] };
}

const words = (each) => [typeof each.pain === 'number' ? `pain ${each.pain}` : null, each.swelling ? `swelling ${each.swelling}` : null].filter(Boolean).join(', ') || 'answered';

function pain(points) {
  const last = points.at(-1);
  const highest = points.reduce((one, other) => (other.pain > one.pain ? other : one));
  const sentence = points.length === 1 ? `Pain ${last.pain} of 10, ${when(last.at)}.`
    : highest.pain === last.pain ? `Pain ${last.pain} of 10 now. It has not been higher.`
      : `Pain ${last.pain} of 10 now. It was ${highest.pain} at its highest, ${when(highest.at)}.`;
  return h('figure', { class: 'card' }, h('figcaption', null, h('h2', null, 'Pain'), h('p', null, sentence)), plot(points, sentence));
}

function plot(points, sentence) {
  const first = Math.min(0, points[0].hours);
  const last = Math.max(points.at(-1).hours, first + 24);
  const x = (hours) => LEFT + ((hours - first) / (last - first)) * (WIDE - LEFT - 10);
  const y = (value) => BOTTOM - (value / 10) * (BOTTOM - TOP);
  const step = last > 24 * 14 ? 168 : last > 96 ? 48 : 24;
  const days = Array.from({ length: Math.floor(last / step) + 1 }, (_, at) => at * step);
  return s('svg', { class: 'plot', viewBox: `0 0 ${WIDE} ${HIGH}`, role: 'img', 'aria-label': sentence },
    [0, 5, 10].map((value) => [s('line', { class: 'plot-grid', x1: LEFT, x2: WIDE - 10, y1: y(value), y2: y(value) }), s('text', { class: 'plot-label', x: LEFT - 8, y: y(value) + 4, 'text-anchor': 'end' }, value)]),
    days.map((hours) => s('text', { class: 'plot-label', x: x(hours), y: HIGH - 8, 'text-anchor': hours === 0 ? 'start' : 'middle' }, hours === 0 ? 'day 0' : String(hours / 24))),
    s('polyline', { class: 'plot-line', points: points.map((each) => `${x(each.hours)},${y(each.pain)}`).join(' ') }),
    points.map((each, at) => s('circle', { class: at === points.length - 1 ? 'plot-point plot-point-last' : 'plot-point', cx: x(each.hours), cy: y(each.pain), r: 4.5 })));
}
