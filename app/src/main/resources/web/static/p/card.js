// The emergency card inside the app: the same words as the page that needs no sign-in, and without a network.
import { h } from './dom.js';
import { link } from './episode.js';
import { callButtons, emergencyLineWords, redFlags } from './pieces.js';
import { handOver } from './doctor.js';
import { language, say } from './say.js';
import { foot, product } from './today.js';

// The page has the language of this phone, and not only the one that the clinic noted.
const cardPath = () => `${link.view.card}?language=${language()}`;

/** The card, or at the step "doctor" the page to hand over. */
export function card(step) {
  if (step === 'doctor') return handOver();
  const { clinic, patient } = link.view;
  const place = clinic.emergencyDepartment;
  const shown = product();
  shown.querySelector('.buttons').remove();
  return { title: say('card.title'), kind: 'page', place: 'card', content: [
    h('header', null, h('h1', null, say('card.title')), h('p', null, say('card.offline', { name: patient.name }))),
    h('section', { class: 'card', 'aria-label': say('app.call') }, callButtons(false), emergencyLineWords(),
      place ? h('p', { class: 'gap-small' }, h('b', null, place.name), place.address ? `, ${place.address}` : '') : null),
    h('section', { class: 'card card-next', 'aria-label': say('card.for-doctor') }, h('h2', null, say('card.at-doctor')),
      h('p', { class: 'gap-small' }, say('card.show')),
      h('div', { class: 'buttons' }, h('a', { class: 'button button-solid', href: '#/card/doctor' }, say('card.show-doctor')))),
    shown,
    h('p', { class: 'gap' }, h('a', { href: cardPath() }, say('card.own-page')), '. ', say('card.own-page-what')),
    h('div', { class: 'gap' }, redFlags('h2')),
    foot(),
  ] };
}
