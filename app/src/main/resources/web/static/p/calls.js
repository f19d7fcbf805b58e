// A tap on a number is a contact like any other: she came to the clinic with a worry. Whether anybody
// answered, no phone tells us, and so nobody says it.
import { keepForEpisode, keptForEpisode, link, newEvent, send } from './episode.js';
import { now } from './time.js';
import { telephone } from './words.js';

const ONE_CALL_MS = 10 * 60000;

/** Listens for taps on numbers, wherever they stand; never keeps the phone from calling. */
export function noteCalls({ target }) {
  const tapped = target.closest?.('a[href^="tel:"]');
  if (!tapped || !link.view) return;
  const { clinic } = link.view;
  const numbers = [clinic.emergencyLine, clinic.secondNumber, clinic.emergencyNumber];
  const called = numbers.find((number) => telephone(number) === tapped.getAttribute('href'));
  if (!called || isSameCall(called)) return;
  keepForEpisode('called', { number: called, at: now() });
  send(newEvent('contact', { form: 'none', answers: {}, concern: concernNow(), called }));
}

// Somebody who taps again because nobody answered is still in the same call.
function isSameCall(number) {
  const last = keptForEpisode('called');
  return last !== null && last.number === number && Math.abs(now() - last.at) < ONE_CALL_MS;
}

// What is open is what she calls about, as far as anybody can know.
function concernNow() {
  const concern = link.view.status?.alerts?.[0]?.split('.')[0];
  return !concern || concern === 'silence' ? 'other' : concern;
}
