// The press-and-release guide: five seconds of pressing, three of watching, on one side and then on the other.
import { flagged } from './beside.js';
import { h, announce } from './dom.js';
import { countdown, whileShown } from './countdown.js';
import { say } from './say.js';
import { tick } from './tick.js';

const PRESS_MS = 5000;
const WATCH_MS = 3000;
const STEP_MS = 100;

/** The guide, folded away until it is wanted. */
export function refillGuide() {
  const place = h('div', { class: 'guide' });
  const offer = (side) => place.replaceChildren(h('button', { class: 'button', type: 'button', onclick: () => press(place, side, offer) },
    side === 0 ? say('ask.guide') : say('ask.other-side')));
  offer(0);
  return place;
}

function press(place, side, offer) {
  run(place, PRESS_MS, say('time.seconds', { count: 5 }), side === 0 ? 'red-flags.press-here' : 'red-flags.press-there', () => watch(place, side, offer));
}

function watch(place, side, offer) {
  run(place, WATCH_MS, say('time.seconds', { count: 3 }), 'red-flags.watch', () => {
    if (side === 0) offer(1);
    else place.replaceChildren(h('p', { class: 'look-again', role: 'status' }, h('b', null, flagged('red-flags.as-fast'), ' '), flagged('red-flags.slow-means')),
      h('button', { class: 'button button-quiet', type: 'button', onclick: () => offer(0) }, say('ask.once-more')));
  });
}

// Told by the clock, second by second; a tick each second for whoever looks at the mirror and not at the phone.
function run(place, lengthMs, words, key, then) {
  const ring = countdown(words);
  const until = Date.now() + lengthMs;
  let said = lengthMs / 1000;
  place.replaceChildren(h('p', { class: 'guide-what' }, flagged(key)), ring.element);
  announce(say(key));
  tick();
  ring.show(lengthMs, lengthMs);
  whileShown(ring.element, STEP_MS, () => {
    const left = Math.max(0, until - Date.now());
    ring.show(left, lengthMs);
    if (Math.ceil(left / 1000) < said) tick();
    said = Math.ceil(left / 1000);
    if (left > 0) return true;
    then();
    return false;
  });
}
