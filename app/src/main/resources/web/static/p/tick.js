// A soft tick for each circle of the massage, to feel or to hear. Both are off until the patient wants them.
import { h } from './dom.js';
import { keepForEpisode, keptForEpisode } from './episode.js';

const SOFT = 0.05;

let sound = null;

const wanted = () => keptForEpisode('ticks') ?? { feel: false, hear: false };
const canFeel = () => typeof navigator.vibrate === 'function';
const canHear = () => typeof AudioContext === 'function';

/** The two switches; a phone that can do neither shows none. */
export function tickSwitches(legend, feel, hear) {
  if (!canFeel() && !canHear()) return null;
  return h('fieldset', { class: 'switches' }, h('legend', null, legend),
    canFeel() ? choice('feel', feel) : null, canHear() ? choice('hear', hear) : null);
}

function choice(name, words) {
  const box = h('input', { type: 'checkbox', name: `tick-${name}`, checked: wanted()[name], onchange: () => {
    keepForEpisode('ticks', { ...wanted(), [name]: box.checked });
    wake();
    tick();
  } });
  return h('label', { class: 'switch' }, box, h('span', null, words));
}

/** A browser plays sound only after a touch: called from one. */
export function wake() {
  if (!wanted().hear || !canHear()) return;
  sound ??= new AudioContext();
  if (sound.state === 'suspended') sound.resume().catch(() => {});
}

/** One circle is done. */
export function tick() {
  if (wanted().feel && canFeel()) navigator.vibrate(12);
  if (wanted().hear) tone(440, 0.06);
}

/** The time is up. */
export function timeIsUp() {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (canFeel() && (wanted().feel || !still)) navigator.vibrate(200);
  if (wanted().hear) tone(330, 0.6);
}

function tone(hertz, seconds) {
  if (sound?.state !== 'running') return;
  const source = sound.createOscillator();
  const loudness = sound.createGain();
  source.frequency.value = hertz;
  loudness.gain.setValueAtTime(0, sound.currentTime);
  loudness.gain.linearRampToValueAtTime(SOFT, sound.currentTime + 0.02);
  loudness.gain.linearRampToValueAtTime(0, sound.currentTime + seconds);
  source.connect(loudness).connect(sound.destination);
  source.start();
  source.stop(sound.currentTime + seconds);
}
