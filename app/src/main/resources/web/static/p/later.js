// Pages that few open, or open once: fetched when they are opened, or when the app has come to rest, and kept by
// the worker from then on. They are no part of the one file that the modules here become (decision 27), so the app
// hands them what they use of it.
import { drawn } from './doctor.js';
import { h } from './dom.js';
import { call, letIn, link } from './episode.js';
import { keepsNothing } from './kept.js';
import { qr } from './qr.js';
import { say } from './say.js';
import { when } from './time.js';
import { keep } from './update.js';

const FOLDER = '/static/p/later/';
const IN_GOOD_TIME = ['devices'];
const REST_MS = 5000;
const AGAIN_MS = 10000;

const GIVEN = { drawn, h, call, letIn, link, keepsNothing, qr, say, when };

const modules = new Map();

/** What a module in the folder exports, or null while it is not here; the pages are drawn again when it has come. */
export function later(name) {
  const known = modules.get(name);
  if (!known || (known.failed && Date.now() - known.failed > AGAIN_MS)) fetchModule(name, true);
  return known?.exports ?? null;
}

/** A page in the folder, or what stands there until it has come. */
export function laterPage(name, step) {
  const module = later(name);
  if (module) return module.page(step);
  const { failed } = modules.get(name);
  const title = failed ? say('app.no-page') : say('app.wait');
  return { title, kind: 'page', place: null, content: [h('h1', null, title), failed ? h('p', null, say('app.no-page-what')) : null] };
}

async function fetchModule(name, isWaitedFor) {
  const module = { failed: 0, exports: null };
  modules.set(name, module);
  try {
    const { take } = await import(`${FOLDER}app.js`);
    take(GIVEN);
    module.exports = await import(`${FOLDER}${name}.js`);
    for (const file of ['app', name]) keep(`${FOLDER}${file}.js`);
  } catch {
    module.failed = Date.now();
  }
  if (isWaitedFor) dispatchEvent(new Event('fetched'));
}

/** Fetches the ones that may be wanted without a network, once the app has come to rest. */
export function fetchInGoodTime() {
  setTimeout(() => { for (const name of IN_GOOD_TIME) if (!modules.has(name)) fetchModule(name, false); }, REST_MS);
}
