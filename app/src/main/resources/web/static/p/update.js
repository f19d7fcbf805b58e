// A newer version of the app: fetched whole by the service worker beside the running one, and put in its place
// only while nobody fills in a form or massages, in this tab or another one.
const BUSY = 'vermilion.busy';
const ASK_MS = 3600000;

let registration = null;
let letGo = null;
let holding = null;
let busy = false;
let reloadWhenFree = false;
let asked = Date.now();

/** Says whether a form or a session is on the screen: then this version stays. */
export function holdUpdates(isBusy) {
  busy = isBusy;
  if (busy && !letGo && navigator.locks) {
    const held = new Promise((resolve) => { letGo = resolve; });
    holding = navigator.locks.request(BUSY, { mode: 'shared' }, () => held);
  }
  if (!busy && letGo) {
    letGo();
    letGo = null;
    holding.then(tryUpdate);
  }
  if (!busy && reloadWhenFree) location.reload();
}

/** Starts the service worker and watches for a newer one. */
export async function watchForUpdates() {
  const worker = navigator.serviceWorker;
  if (!worker) return;
  // The first worker takes over a page that has all its files already; only a later one brings others.
  let known = worker.controller !== null;
  worker.addEventListener('controllerchange', () => {
    if (!known) known = true;
    else if (busy) reloadWhenFree = true;
    else location.reload();
  });
  try {
    registration = await worker.register('/p/sw.js', { scope: '/p/', updateViaCache: 'none' });
    registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', tryUpdate));
    tryUpdate();
  } catch {
    // Without a worker the pages need the network to open; all else works.
  }
}

/** Has the worker keep one file more, such as the words of the patient's language; a folder's name is all in it. */
export function keep(address) {
  navigator.serviceWorker?.ready.then(({ active, waiting }) => {
    for (const worker of [active, waiting]) worker?.postMessage({ keep: address });
  });
}

/** Looks for a newer version now: something of this one could not be had. */
export function lookForUpdate() {
  asked = 0;
  tryUpdate();
}

/** Puts a newer version that is ready in the place of this one, if no tab is busy. */
export function tryUpdate() {
  if (!registration) return;
  if (Date.now() - asked > ASK_MS) {
    asked = Date.now();
    registration.update().catch(() => {});
  }
  if (!registration.waiting || busy) return;
  if (!navigator.locks) {
    registration.waiting.postMessage('take over');
    return;
  }
  navigator.locks.request(BUSY, { ifAvailable: true }, (lock) => {
    if (lock) registration.waiting?.postMessage('take over');
  });
}
