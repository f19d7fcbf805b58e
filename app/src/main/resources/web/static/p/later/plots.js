// Small plots of what the patient told, one over the other on the same days. Each has its sentence; the
// drawing only repeats it.
import { app } from './app.js';

const { h, s } = app;

const WIDE = 340;
const LEFT = 34;
const RIGHT = 10;
const TOP = 10;
const FOOT = 28;

/**
 * One plot. `marks` are {hours, value}; `scale` is {most, labels: [[value, words]], high}; `span` are the hours from
 * and to that all plots share.
 */
export function plot(title, sentence, marks, scale, span) {
  const bottom = TOP + scale.high;
  const x = (hours) => LEFT + ((hours - span.from) / (span.to - span.from)) * (WIDE - LEFT - RIGHT);
  const y = (value) => bottom - (value / scale.most) * scale.high;
  const last = marks.length - 1;
  return h('figure', { class: 'card' }, h('figcaption', null, h('h2', null, title), h('p', { class: 'middling' }, sentence)),
    s('svg', { class: 'plot', viewBox: `0 0 ${WIDE} ${bottom + FOOT}`, role: 'img', 'aria-label': `${title}. ${sentence}` },
      scale.labels.map(([value, words]) => [s('line', { class: 'plot-grid', x1: LEFT, x2: WIDE - RIGHT, y1: y(value), y2: y(value) }), s('text', { class: 'plot-label', x: LEFT - 8, y: y(value) + 4, 'text-anchor': 'end' }, words)]),
      days(span).map((day) => s('text', { class: 'plot-label', x: x(day * 24), y: bottom + FOOT - 6, 'text-anchor': 'middle' }, day)),
      s('polyline', { class: 'plot-line', points: marks.map((each) => `${x(each.hours)},${y(each.value)}`).join(' ') }),
      marks.map((each, at) => s('circle', { class: at === last ? 'plot-point plot-point-last' : 'plot-point', cx: x(each.hours), cy: y(each.value), r: 4.5 }))));
}

function days({ from, to }) {
  const first = Math.ceil(from / 24);
  const count = Math.floor(to / 24) - first + 1;
  const step = Math.ceil(count / 8);
  return Array.from({ length: Math.ceil(count / step) }, (_, at) => first + at * step);
}
