// Pages that few open, or open once, her course, and what draws a QR code: fetched when they are opened, or when the app has come to rest, and kept by
// the worker from then on. They are no part of the one file that the modules here become (decision 27), so the app
// hands them what they use of it; their words lie in a file of their own too.
import { heldPhoto, holdPhoto, isOnlyInPage } from './album.js';
import { english, flagged, flaggedLines } from './beside.js';
import { announce, go, h, s } from './dom.js';
import { call, dropForEpisode, keepForEpisode, keptForEpisode, link, newEvent, posting, send, waiting } from './episode.js';
import { callButtons, downWords, monitoring, numberLink, openStatus, toToday, top } from './pieces.js';
import { questionsOfTheDay } from './learn.js';
import { inSentence, language, listed, say, speakLater, wordsAt, woven } from './say.js';
import { from, fromDay, now, when } from './time.js';
import { foot } from './today.js';
import { keep, lookForUpdate } from './update.js';
import { atLeast } from './words.js';

const FOLDER = '/static/p/later/';
const ENGLISH = 'en';
const REST_MS = 5000;
const AGAIN_MS = 10000;

const GIVEN = {
  announce, atLeast, call, callButtons, downWords, dropForEpisode, english, flagged, flaggedLines, foot, from, fromDay, go, h, heldPhoto,
  holdPhoto, inSentence, isOnlyInPage, keepForEpisode, keptForEpisode, link, listed, monitoring, newEvent, now, numberLink, openStatus, posting,
  questionsOfTheDay, redraw, s, say, send, top, toToday, waiting, when, woven,
};

const modules = new Map();

function redraw() {
  dispatchEvent(new Event('redraw'));
}

/** What a module in the folder exports, or null while it is not here; the pages are drawn again when it has come. */
export function later(name) {
  const known = modules.get(name);
  if (!known || (known.failed && Date.now() - known.failed > AGAIN_MS)) fetchModule(name);
  return known?.exports ?? null;
}

/** A page in the folder, or what stands there until it has come. */
export function laterPage(name, step) {
  const module = later(name);
  if (module) return module.page(step);
  const { failed } = modules.get(name);
  const title = failed ? say('app.no-page') : say('app.wait');
  return { title, kind: failed ? 'page' : 'page page-waits', place: null, content: [h('h1', null, title), failed ? [h('p', null, say('app.no-page-what')), link.view ? callButtons(false) : null] : null] };
}

async function fetchModule(name) {
  const module = { failed: 0, exports: null };
  modules.set(name, module);
  try {
    const [{ take }] = await Promise.all([import(`${FOLDER}app.js`), speakLater()]);
    take(GIVEN);
    module.exports = await import(`${FOLDER}${name}.js`);
  } catch {
    module.failed = Date.now();
    lookForUpdate();
  }
  dispatchEvent(new Event('fetched'));
}

/** Has all of them kept once the app has come to rest, so that they open without a network too. */
export function fetchInGoodTime() {
  setTimeout(() => { for (const file of [FOLDER, wordsAt(ENGLISH)[1], wordsAt(language())[1]]) keep(file); }, REST_MS);
}
