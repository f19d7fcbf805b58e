// On the phone of a helper: whose page it is, how she stands, what is due, and what the helper may do for her.
import { app } from './app.js';

const { callButtons, firstName, foot, go, h, levelCard, link, meanwhile, notSent, openCheckIn, openStatus, product, redFlags, say, seenCard, until } = app;

const name = () => firstName(link.view.patient.name);
const mayAnswer = () => link.view.helper.may.includes('answer');

/** Stands above every page, so that nobody takes her page for his own. */
export function strip() {
  return h('p', { class: 'banner' }, say('helped.strip', { name: name() }));
}

/** Her day as a helper sees it; or, for a page that is hers alone, why it is not here. */
export function page(wanted) {
  return ['check-in', 'worried'].includes(wanted) ? onlyHers(wanted) : today();
}

function today() {
  const status = openStatus();
  return { title: say('helped.title', { name: name() }), kind: 'page page-today', place: 'today', content: [
    h('header', null, h('h1', null, say('helped.title', { name: name() })), h('p', null, say(mayAnswer() ? 'helped.may-answer' : 'helped.may-look', { name: name() }))),
    h('div', { class: 'columns' },
      h('div', null, status ? [levelCard(status, 'h2'), seenCard(status), meanwhile(status)] : null, notSent(), due(), mayAnswer() ? worried() : null),
      h('div', null, redFlags('h2'), product())),
    foot(),
  ] };
}

function due() {
  const task = openCheckIn();
  if (!task) return h('p', { class: 'card middling' }, say('helped.nothing'));
  return h('section', { class: 'card card-next', 'aria-label': say('today.next') }, h('h2', null, say('helped.due', { name: name() })),
    h('p', { class: 'soft middling' }, `${task.title}, ${until(task.closes)}`),
    mayAnswer() ? button('check-in', 'helped.answer') : h('p', null, say('helped.ask', { name: name() })));
}

function worried() {
  return h('section', { class: 'card', 'aria-label': say('helped.worried', { name: name() }) }, h('h2', null, say('helped.worried', { name: name() })), button('worried', 'helped.worried-answer'));
}

function button(where, words) {
  return h('div', { class: 'buttons' }, h('button', { class: 'button button-solid', type: 'button', 'data-key': where, onclick: () => go(where) }, say(words, { name: name() })));
}

function onlyHers(place) {
  return { title: say('helped.only', { name: name() }), kind: 'page', place, content: [
    h('header', null, h('h1', null, say('helped.only', { name: name() }))),
    h('section', { class: 'card card-urgent', 'aria-label': say('app.call') }, h('p', null, say('helped.only-what', { name: name() })), callButtons(true)),
    redFlags('h2'), foot(),
  ] };
}
