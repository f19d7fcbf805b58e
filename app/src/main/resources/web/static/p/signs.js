// Drawings of what a colour can look like, beside its words: our own, in the tone of skin that the patient
// chose. They are drawings and not photos: nothing is measured by them, and "not sure" stays an answer (H-8).
import { h, s } from './dom.js';
import { LOWER, SEAM, UPPER, toneKept, tones } from './lips.js';
import { say } from './say.js';

const LIPS_PATCH = 'M62 84C74 68 104 54 122 57C135 61 134 82 121 91C104 97 76 95 62 84Z';
const LIPS_NET = 'M60 86l18-9 14 7 18-15 14 9M78 77l3 15M92 84l-3 11M110 69l6 22M124 78l-9 13M98 61l12 8M60 110l20-6 16 10 20-8 12 10M80 104l4 20M96 114l2 18M116 106l-4 24';
const SKIN_PATCH = 'M96 18C112 8 146 6 160 16C172 26 164 42 146 45C122 48 98 46 92 36C89 29 90 22 96 18Z';
const SKIN_NET = 'M70 34l20-14 20 8 18-16 22 8 20-12M90 20l4 22M110 28l-4 18M128 12l6 30M150 20l-6 24M82 42l24 4 28-4 22 4';

const PATCHES = ['bruised', 'pale', 'grey', 'dusky'];

/** Whether the answers of a question are drawn. */
export const isDrawn = (question) => question === 'colour' || question === 'colour-elsewhere';

/** The drawing of one answer, or null where there is none: its words say everything that it shows. */
export function signDrawing(question, answer) {
  if (!isDrawn(question) || answer === 'unsure') return null;
  const onLips = question === 'colour';
  return s('svg', { class: 'sign', viewBox: '0 0 320 190', 'data-tone': toneKept(), 'aria-hidden': 'true' },
    s('rect', { class: 'skin', width: 320, height: 190, rx: 20 }),
    s('path', { class: 'lips-upper', d: UPPER }), s('path', { class: 'lips-lower', d: LOWER }), s('path', { class: 'lips-seam', d: SEAM }),
    onLips ? mark(answer, LIPS_PATCH, LIPS_NET) : mark(answer, SKIN_PATCH, SKIN_NET));
}

function mark(answer, patch, net) {
  if (answer === 'patchy') return s('path', { class: 'sign-net', d: net });
  return PATCHES.includes(answer) ? s('path', { class: `sign-patch sign-${answer}`, d: patch }) : null;
}

/** Said once, before the questions with drawings: what they are, and in which tone of skin. */
export function drawnIn(questions) {
  if (!questions.some(isDrawn)) return null;
  return h('div', { class: 'drawn-in' }, h('p', { class: 'soft middling' }, say('ask.drawings')), tones(() => document.querySelectorAll('.sign')));
}
