// A photo that was just taken, and the outline to fit it into: only what is inside the frame leaves this
// page, at most 1,600 by 2,000 dots. At a metre's distance a mouth then has some 150 to 200 of them, which
// is what measuring will need; the whole picture made that small would leave it 70.
import { app } from './app.js';

const { h, s, say } = app;

const MOST_WIDE = 1600;
const QUALITY = 0.92;
const SHAPE = 4 / 5;
const MOST_ZOOM = 5;
const STEP = 0.04;
const SHOWN_WIDE = 480;

const OUTLINES = {
  front: ['M160 40C226 40 262 96 262 172C262 262 218 348 160 348C102 348 58 262 58 172C58 96 94 40 160 40Z', 'M118 268C140 258 150 262 160 265C170 262 180 258 202 268C184 286 136 286 118 268Z', 'M84 164H138M182 164H236'],
  left: ['M232 348C218 330 206 316 168 316C136 316 120 306 120 286C112 280 112 274 118 270C108 264 108 254 116 248C108 240 110 234 112 226C96 222 84 214 88 206C98 190 112 172 112 150C112 84 158 40 222 40', 'M118 258H150'],
};

/** The line to fit a face into, for a view. */
export function outline(view) {
  const paths = OUTLINES[view === 'right' ? 'left' : view];
  return s('svg', { class: 'outline', viewBox: '0 0 320 400', 'aria-hidden': 'true' },
    (paths ?? []).map((d) => s('path', { d, transform: view === 'right' ? 'matrix(-1 0 0 1 320 0)' : null })));
}

/** What is inside the frame, in the picture's own dots. */
function inside(picture, { zoom, x, y }) {
  const wide = Math.min(picture.width, picture.height * SHAPE) / zoom;
  const high = wide / SHAPE;
  return { wide, high, left: (picture.width - wide) * x, top: (picture.height - high) * y };
}

function paint(canvas, picture, place) {
  const { wide, high, left, top } = inside(picture, place);
  const brush = canvas.getContext('2d');
  brush.imageSmoothingQuality = 'high';
  brush.drawImage(picture, left, top, wide, high, 0, 0, canvas.width, canvas.height);
}

/** The frame with its controls, and `take`, which gives the JPEG of what is inside. */
export function fitting(picture, view) {
  const place = { zoom: 1, x: 0.5, y: 0.5 };
  const canvas = h('canvas', { class: 'frame-picture', width: SHOWN_WIDE, height: SHOWN_WIDE / SHAPE, role: 'img', 'aria-label': say('photo.frame') });
  const show = () => paint(canvas, picture, place);
  const move = (x, y) => {
    place.x = Math.min(1, Math.max(0, place.x + x));
    place.y = Math.min(1, Math.max(0, place.y + y));
    show();
  };
  const zoom = h('input', { id: 'zoom', type: 'range', min: 1, max: MOST_ZOOM, step: 0.05, value: 1, oninput: () => {
    place.zoom = Number(zoom.value);
    show();
  } });
  const frame = h('div', { class: 'frame' }, canvas, outline(view));
  dragging(frame, picture, place, move);
  const nudge = (words, sign, x, y) => h('button', { class: 'button', type: 'button', 'aria-label': words, onclick: () => move(x, y) }, sign);
  show();
  return {
    element: h('div', { class: 'fitting' }, frame,
      h('p', { class: 'soft middling' }, say(`photo.fit-${view === 'right' ? 'left' : view}`)),
      h('label', { class: 'zoom', for: 'zoom' }, say('photo.closer'), zoom),
      h('div', { class: 'nudges', dir: 'ltr' }, nudge(say('photo.move-left'), '←', STEP, 0), nudge(say('photo.move-up'), '↑', 0, STEP), nudge(say('photo.move-down'), '↓', 0, -STEP), nudge(say('photo.move-right'), '→', -STEP, 0))),
    take: () => jpegOf(picture, place),
  };
}

// Dragging is one way of three: the buttons and the slider do the same.
function dragging(frame, picture, place, move) {
  let from = null;
  frame.addEventListener('pointerdown', (event) => {
    from = [event.clientX, event.clientY];
    frame.setPointerCapture(event.pointerId);
  });
  frame.addEventListener('pointermove', (event) => {
    if (!from) return;
    const { wide, high } = inside(picture, place);
    const dots = wide / frame.clientWidth;
    const part = (moved, room) => (room <= 1 ? 0 : -moved * dots / room);
    move(part(event.clientX - from[0], picture.width - wide), part(event.clientY - from[1], picture.height - high));
    from = [event.clientX, event.clientY];
  });
  for (const end of ['pointerup', 'pointercancel']) frame.addEventListener(end, () => { from = null; });
}

// Painting anew leaves dots alone: no place, no name of the phone, nothing of what is outside the frame.
async function jpegOf(picture, place) {
  const wide = Math.max(64, Math.round(Math.min(MOST_WIDE, inside(picture, place).wide)));
  const canvas = h('canvas', { width: wide, height: Math.round(wide / SHAPE) });
  paint(canvas, picture, place);
  const blob = await new Promise((resolve) => { canvas.toBlob(resolve, 'image/jpeg', QUALITY); });
  if (!blob) throw new Error('this browser makes no JPEG');
  return blob.arrayBuffer();
}
