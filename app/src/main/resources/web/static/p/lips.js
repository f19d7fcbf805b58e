// The drawing of the lips. The patient sees herself as in a mirror: her left is on the left of the screen.
import { h, s } from './dom.js';
import { keepForEpisode, keptForEpisode } from './episode.js';
import { listed, say } from './say.js';

export const UPPER = 'M20 96C62 72 104 44 134 45C148 46 153 56 160 58C167 56 172 46 186 45C216 44 258 72 300 96C252 93 206 97 160 101C114 97 68 93 20 96Z';
export const LOWER = 'M20 96C68 94 114 99 160 104C206 99 252 94 300 96C270 144 216 170 160 170C104 170 50 144 20 96Z';
export const SEAM = 'M20 96C68 93 114 98 160 102.5C206 98 252 93 300 96';

const PLACES = {
  'upper left': [98, 74], 'upper middle': [160, 78], 'upper right': [222, 74],
  'lower left': [98, 128], 'lower middle': [160, 138], 'lower right': [222, 128],
};

const NAMED = /^(upper|lower) lip, (left|middle|right)$/;

/** The name of a spot in the patient's language; one that somebody wrote in other words stays as it was written. */
export function spotName(spot) {
  const known = NAMED.exec(spot);
  return known ? say(`lips.${known[1]}-${known[2]}`) : spot;
}

/** The names of some spots, one after the other. */
export const spotNames = (where) => listed(where.map(spotName));

function rowsAndSides(spot) {
  const words = spot.toLowerCase();
  const rows = ['upper', 'lower'].filter((row) => words.includes(row));
  const sides = ['left', 'middle', 'right'].filter((side) => words.includes(side) || (side === 'middle' && /cent(re|er)/.test(words)));
  return { rows, sides };
}

/** The places of the drawing that a spot such as "upper lip, left" names; none where the words fit none. */
export function placesOf(spot) {
  const { rows, sides } = rowsAndSides(spot);
  const all = rows.flatMap((row) => (sides.length > 0 ? sides : ['left', 'middle', 'right']).map((side) => `${row} ${side}`));
  return all.map((name) => PLACES[name]);
}

/** Where a spot is, said in words: the drawing alone is not enough for everybody. */
export function spotWords(spot) {
  const { rows, sides } = rowsAndSides(spot);
  if (rows.length === 0) return say('lips.not-drawn');
  return sides.length === 0 ? say('lips.all-along') : sides.map((side) => ({ left: say('lips.left'), middle: say('lips.middle'), right: say('lips.right') })[side]).join(' ');
}

/** The drawing with a circle at every ordered spot; `moving` draws a finger that goes round. */
export function lips(where, moving) {
  const many = where.length > 1;
  return s('svg', { class: moving ? 'lips' : 'lips lips-paused', viewBox: '0 0 320 212', role: 'img', 'data-tone': toneKept(), 'aria-label': say('lips.label', { where: spotNames(where) }) },
    s('path', { class: 'lips-upper', d: UPPER }), s('path', { class: 'lips-lower', d: LOWER }), s('path', { class: 'lips-seam', d: SEAM }),
    where.map((spot, at) => placesOf(spot).map(([x, y]) => mark(x, y, many ? at + 1 : null))),
    s('text', { class: 'lips-label', x: 20, y: 190 }, say('lips.your-left')),
    s('text', { class: 'lips-label', x: 300, y: 190, 'text-anchor': 'end' }, say('lips.your-right')),
    s('text', { class: 'lips-label', x: 160, y: 206, 'text-anchor': 'middle' }, say('lips.mirror')));
}

function mark(x, y, number) {
  return s('g', { transform: `translate(${x} ${y})` },
    s('circle', { class: 'lips-mark-edge', r: 17 }), s('circle', { class: 'lips-mark', r: 17 }),
    number ? s('text', { class: 'lips-number', y: 5, 'text-anchor': 'middle' }, String(number)) : null,
    s('g', { class: 'lips-turn' }, s('circle', { class: 'lips-finger', cx: 17, cy: 0, r: 6 })));
}

/** The tone in which this phone draws lips and skin. */
export const toneKept = () => keptForEpisode('tone') ?? '2';

/** Lets the patient draw the lips in a tone like her own; `drawn` answers every drawing that follows. */
export function tones(drawn) {
  return h('fieldset', { class: 'tones' }, h('legend', null, say('lips.colour')),
    ['1', '2', '3', '4'].map((tone) => h('label', { class: 'tone' },
      h('input', { type: 'radio', name: 'tone', value: tone, checked: toneKept() === tone, 'aria-label': say('lips.tone', { number: tone }), onchange: () => {
        keepForEpisode('tone', tone);
        for (const drawing of drawn()) drawing.setAttribute('data-tone', tone);
      } }),
      s('svg', { viewBox: '0 0 30 30', 'aria-hidden': 'true' }, s('rect', { class: `tone-${tone}`, width: 30, height: 30 })))));
}
