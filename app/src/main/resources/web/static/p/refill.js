// The press-and-release guide: five seconds of pressing, three of watching, on one side and then on the other.
import { h, announce } from './dom.js';
import { countdown, whileShown } from './countdown.js';
import { tick } from './tick.js';

const PRESS_MS = 5000;
const WATCH_MS = 3000;
const STEP_MS = 100;

const SIDES = ['the spot that worries you, or the treated side', 'the same place on the other side'];

/** The guide, folded away until it is wanted. */
export function refillGuide() {
  const place = h('div', { class: 'guide' });
  const offer = (side) => place.replaceChildren(h('button', { class: 'button', type: 'button', onclick: () => press(place, side, offer) },
    side === 0 ? 'Guide me: press 5 seconds, watch 3' : 'Now the other side'));
  offer(0);
  return place;
}

function press(place, side, offer) {
  run(place, PRESS_MS, '5 seconds', `Press gently on ${SIDES[side]}.`, () => watch(place, side, offer));
}

function watch(place, side, offer) {
  run(place, WATCH_MS, '3 seconds', 'Let go. Watch the colour come back.', () => {
    if (side === 0) offer(1);
    else place.replaceChildren(h('p', { class: 'look-again', role: 'status' }, h('b', null, 'Was it as fast on both sides? '), 'Slow means slower than the other side, or not back when the ring was empty.'),
      h('button', { class: 'button button-quiet', type: 'button', onclick: () => offer(0) }, 'Once more'));
  });
}

// Told by the clock, second by second; a tick each second for whoever looks at the mirror and not at the phone.
function run(place, lengthMs, words, what, then) {
  const ring = countdown(words);
  const until = Date.now() + lengthMs;
  let said = lengthMs / 1000;
  place.replaceChildren(h('p', { class: 'guide-what' }, what), ring.element);
  announce(what);
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
