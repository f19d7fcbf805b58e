// Where, how slowly and how lightly: drawn and said, before a session begins.
import { app } from './app.js';

const { capital, h, lips, s, say, spotName, spotWords, toneKept, tones } = app;

/** The signed spots on the drawing, each with its words. */
export function whereDrawing(where) {
  const drawing = lips(where, true);
  return [drawing, tones(() => [drawing]),
    h('ol', { class: 'card rows spots' }, where.map((spot, at) => h('li', null,
      h('b', null, where.length > 1 ? `${at + 1}. ${capital(spotName(spot))}` : capital(spotName(spot))), h('p', { class: 'soft middling' }, spotWords(spot)))))];
}

/** One finger that goes round slowly; without motion, the way round as arrows. */
export function circleDrawing() {
  return s('svg', { class: 'how-drawing', 'data-tone': toneKept(), viewBox: '0 0 160 120', role: 'img', 'aria-label': say('massage.one-finger') },
    s('rect', { class: 'lips-upper', x: 8, y: 14, width: 144, height: 92, rx: 40 }),
    s('circle', { class: 'how-path', cx: 80, cy: 60, r: 26 }),
    [0, 120, 240].map((turn) => s('path', { class: 'how-arrow', d: 'M80 27l9 7l-9 7', transform: `rotate(${turn} 80 60)` })),
    s('g', { transform: 'translate(80 60)' }, s('g', { class: 'lips-turn' }, s('circle', { class: 'how-finger skin', cx: 26, cy: 0, r: 12 }))));
}

/** From the side: light, where the lip keeps its shape, beside too hard, where it goes in. */
export function lightness(pressure) {
  return h('div', { class: 'how-two' },
    h('figure', null, side(false), h('figcaption', null, h('b', { class: 'ok' }, say('massage.like-this')), ': ', say('massage.like-this-what', { pressure }))),
    h('figure', null, side(true), h('figcaption', null, h('b', null, say('massage.not-like-this')), ': ', say('massage.not-like-this-what'))));
}

function side(hard) {
  const lip = hard ? 'M4 100V64C30 50 42 56 52 74C58 86 82 86 88 74C98 56 110 50 136 64V100Z' : 'M4 100V66C34 50 106 50 136 66V100Z';
  const finger = hard ? 'translate(0 24)' : null;
  return s('svg', { class: 'how-drawing', 'data-tone': toneKept(), viewBox: '0 0 140 104', 'aria-hidden': 'true' },
    s('path', { class: 'lips-upper', d: lip }),
    s('path', { class: 'how-finger skin', d: 'M54 2V38C54 60 86 60 86 38V2Z', transform: finger }),
    hard ? s('path', { class: 'how-cross', d: 'M112 8l20 20M132 8l-20 20' }) : s('path', { class: 'how-tick', d: 'M110 20l8 9l16 -20' }));
}
