// A ring that empties, with the time inside it.
import { h, s } from './dom.js';
import { say } from './say.js';

const AROUND = 2 * Math.PI * 100;

/** A countdown of `words` in all: {element, show(leftMs, lengthMs)}. */
export function countdown(words) {
  const time = h('div', { class: 'clock-time' });
  const arc = s('circle', { class: 'ring-fill', cx: 110, cy: 110, r: 100, 'stroke-width': 12, transform: 'rotate(-90 110 110)' });
  const element = h('div', { class: 'clock', role: 'timer', 'aria-label': say('time.left', { length: words }) },
    s('svg', { viewBox: '0 0 220 220', 'aria-hidden': 'true' }, s('circle', { class: 'ring-track', cx: 110, cy: 110, r: 100, 'stroke-width': 12 }), arc),
    h('div', null, time, h('div', { class: 'clock-of' }, say('time.of', { length: words }))));
  const show = (leftMs, lengthMs) => {
    const seconds = Math.ceil(leftMs / 1000);
    time.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    arc.setAttribute('stroke-dasharray', `${(AROUND * leftMs) / lengthMs} ${AROUND}`);
  };
  return { element, show };
}

/** Calls `step` again and again while `element` is on the page and `step` does not answer false. */
export function whileShown(element, everyMs, step) {
  const ticking = setInterval(() => {
    if (!document.body.contains(element) || step() === false) clearInterval(ticking);
  }, everyMs);
}
