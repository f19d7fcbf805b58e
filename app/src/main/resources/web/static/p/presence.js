// What the clinic is told of this phone itself: that it keeps the card and opens without a network, and that it
// was signed out here.
import { runs } from './engine.js';
import { call, link, posting } from './episode.js';
import { keepsNothing, read, write } from './kept.js';

/** Ends the session of this phone at the clinic, if it can be reached. A demonstration's link goes on opening. */
export async function endHere() {
  if (!link.episode || link.view?.demo) return;
  await call('/devices/end', posting({ device: 'this' })).catch(() => {});
}

let allTold = false;

/** Tells the clinic, once, that this phone keeps the card and opens without a network. */
export async function tellReady() {
  if (allTold || !link.view || link.downSince || link.refused) return;
  const worker = await navigator.serviceWorker?.getRegistration?.('/p/').catch(() => null);
  const now = { cardSaved: !keepsNothing() && Boolean(link.view), worksOffline: Boolean(worker?.active) && runs() };
  const before = read('ready') ?? {};
  const news = (now.cardSaved && !before.cardSaved) || (now.worksOffline && !before.worksOffline);
  allTold = Boolean(before.cardSaved && before.worksOffline);
  if (!news || !link.episode) return;
  const answer = await call('/devices/ready', posting(now)).catch(() => null);
  if (answer?.ok) write('ready', now);
}
