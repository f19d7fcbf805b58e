// Links to the clinic's articles: what people ask on this day, and what is known about massage. They are read
// over the network; what a patient must have without one is in the app itself.
import { h } from './dom.js';
import { link } from './episode.js';
import { say } from './say.js';

const read = (href, words) => h('a', { class: 'button button-quiet', href }, words);

/** What people ask on the day that she is in. */
export function questionsOfTheDay() {
  return h('nav', { class: 'gap', 'aria-label': say('learn.all') }, read(`/learn/day/${link.view.day}`, link.view.day === 0 ? say('learn.first-day') : say('learn.day', { day: link.view.day })), read('/learn', say('learn.all')),
    navigator.onLine ? null : h('p', { class: 'soft small' }, say('learn.network')));
}

/** Benefits and risks of massage, with sources and with what nobody knows. */
export const aboutMassage = () => read('/learn/massage', say('learn.massage'));
