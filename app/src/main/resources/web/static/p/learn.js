// Links to the clinic's articles: what people ask on this day, and what is known about massage. They are read
// over the network; what a patient must have without one is in the app itself.
import { h } from './dom.js';
import { link } from './episode.js';

const WORDS = {
  day: (day) => (day === 0 ? 'Questions on the first day' : `Questions on day ${day}`),
  massage: 'Massage: what is known, with sources',
  all: 'Learn about lip filler',
  network: 'These pages need a network.',
};

const read = (href, words) => h('a', { class: 'button button-quiet', href }, words);

/** What people ask on the day that she is in. */
export function questionsOfTheDay() {
  return h('nav', { class: 'gap', 'aria-label': WORDS.all }, read(`/learn/day/${link.view.day}`, WORDS.day(link.view.day)), read('/learn', WORDS.all),
    navigator.onLine ? null : h('p', { class: 'soft small' }, WORDS.network));
}

/** Benefits and risks of massage, with sources and with what nobody knows. */
export const aboutMassage = () => read('/learn/massage', WORDS.massage);
