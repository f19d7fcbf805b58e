// The way out: a phone that was signed out has forgotten all but the emergency card.
import { h } from './dom.js';
import { link } from './episode.js';
import { forgetAll } from './kept.js';
import { callButtons, redFlags } from './pieces.js';
import { say } from './say.js';
import { product } from './today.js';

/** What is left on a phone whose session was ended: the card, and how to come back. */
export function endedPage() {
  const { clinic, patient, treatment, erased, lost } = link.ended;
  const title = erased ? say('ended.erased') : say('ended.title');
  const facts = product(treatment);
  facts.querySelector('.buttons').remove();
  return { title, kind: 'page', place: null, content: [
    h('section', { class: 'card card-same-day', role: 'alert' }, h('h1', null, title), h('p', { class: 'gap-small' }, erased ? say('ended.erased-why') : say('ended.why')),
      erased ? null : [lost > 0 ? h('p', null, say('ended.lost', { count: lost })) : null, h('p', null, say('ended.back'))]),
    h('section', { class: 'card', 'aria-label': say('app.call') }, h('p', { dir: 'auto' }, `${patient.name}, ${clinic.name}`), callButtons(false, clinic)),
    facts, h('div', { class: 'gap' }, redFlags('h2', clinic)),
    h('div', { class: 'buttons gap' }, h('button', { class: 'button', type: 'button', 'data-key': 'drop-card', onclick: dropCard }, say('ended.drop'))),
  ] };
}

async function dropCard() {
  await forgetAll();
  location.replace('/p/');
  location.reload();
}
