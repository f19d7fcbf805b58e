// Pages that few open, or open once, her course, the massage session, and what draws a QR code: fetched when they are opened, or when the app has come to rest, and kept by
// the worker from then on. They are no part of the one file that the modules here become (decision 27), so the app
// hands them what they use of it; their words lie in a file of their own too.
import { heldPhoto, holdPhoto, isOnlyInPage, letGoOf } from './album.js';
import { askPage } from './ask.js';
import { english, flagged, flaggedLines, fromServer } from './beside.js';
import { countdown, whileShown } from './countdown.js';
import { announce, go, h, s } from './dom.js';
import { runs } from './engine.js';
import { call, changeLanguage, dropForEpisode, flush, keepForEpisode, keptForEpisode, link, mayBegin, newEvent, posting, send, takeBack, waiting } from './episode.js';
import { forgetAll, keepsNothing, read, settled, write } from './kept.js';
import { aboutMassage, questionsOfTheDay } from './learn.js';
import { lips, spotName, spotWords, toneKept, tones } from './lips.js';
import { callButtons, downWords, emergencyLineWords, levelCard, massageOpen, meanwhile, monitoring, notSent, numberLink, openCheckIn, openStatus, redFlags, seenCard, toToday, top } from './pieces.js';
import { endHere } from './presence.js';
import { isDiscreet, leave } from './privacy.js';
import { ask, firstMissing, isGrave } from './questions.js';
import { doseLog, nextOpening, refusal, whoCanChange } from './refusal.js';
import { LANGUAGES, inSentence, language, listed, say, sayAll, speakLater, wordsAt, woven } from './say.js';
import { beginSession, endSession, isAbandoned, isPaused, leftMs, lengthMs, session, togglePause } from './session.js';
import { drawnIn } from './signs.js';
import { tick, tickSwitches, timeIsUp, wake } from './tick.js';
import { clock, from, fromDay, now, until, when } from './time.js';
import { foot, product } from './today.js';
import { keep, lookForUpdate } from './update.js';
import { atLeast, capital, firstName, minutesWord, ordinal } from './words.js';

const FOLDER = '/static/p/later/';
const ENGLISH = 'en';
const REST_MS = 5000;
const AGAIN_MS = 10000;

// Made when it is first wanted: by then every module has been read.
const given = () => ({
  LANGUAGES, aboutMassage, announce, ask, askPage, atLeast, beginSession, call, callButtons, capital, changeLanguage, clock, countdown, doseLog,
  downWords, drawnIn, dropForEpisode, emergencyLineWords, endHere, endSession, english, firstMissing, firstName, flagged, flaggedLines, flush, foot,
  forgetAll, from, fromDay, fromServer, go, h, heldPhoto, holdPhoto, inSentence, isAbandoned, isDiscreet, isGrave, isOnlyInPage, isPaused, keep,
  keepForEpisode, keepsNothing, keptForEpisode, language, leave, leftMs, lengthMs, letGoOf, levelCard, link, lips, listed, massageOpen, mayBegin, meanwhile,
  minutesWord, monitoring, newEvent, nextOpening, notSent, now, numberLink, openCheckIn, openStatus, ordinal, posting, product, questionsOfTheDay,
  read, redFlags, redraw, refusal, runs, s, say, sayAll, seenCard, send, session, settled, spotName, spotWords, takeBack, tick, tickSwitches,
  timeIsUp, togglePause, toneKept, tones, top, toToday, until, waiting, wake, when, whileShown, whoCanChange, wordsAt, woven, write,
});

const modules = new Map();

function redraw() {
  dispatchEvent(new Event('redraw'));
}

/** What a module in the folder exports, or null while it is not here; the pages are drawn again when it has come. */
export function later(name) {
  const known = modules.get(name);
  if (!known || (known.failed && Date.now() - known.failed > AGAIN_MS)) fetchModule(name);
  const module = modules.get(name);
  module.asked = true;
  return module.exports;
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
  const module = { asked: false, failed: 0, exports: null };
  modules.set(name, module);
  try {
    const [{ take }] = await Promise.all([import(`${FOLDER}app.js`), speakLater()]);
    take(given());
    module.exports = await import(`${FOLDER}${name}.js`);
  } catch {
    module.failed = Date.now();
    lookForUpdate();
  }
  // What was only kept in good time changes nothing that is shown.
  if (module.asked) dispatchEvent(new Event('fetched'));
}

/** Has all of them kept once the app has come to rest, so that they open without a network too; her massage, where one is ordered, at once. */
export function fetchInGoodTime() {
  if (link.view?.today.massage.perDay > 0 && !modules.has('massage')) fetchModule('massage');
  setTimeout(() => { for (const file of [FOLDER, wordsAt(ENGLISH)[1], wordsAt(language())[1]]) keep(file); }, REST_MS);
}
