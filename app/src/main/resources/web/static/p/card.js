// The emergency card inside the app: the same words as the page that needs no sign-in, and without a network.
import { h } from './dom.js';
import { link } from './episode.js';
import { callButtons, emergencyLineWords, redFlags } from './pieces.js';
import { DOCTOR_WORDS } from './red-flags.js';
import { foot, product } from './today.js';

export function card() {
  const { clinic, patient } = link.view;
  const place = clinic.emergencyDepartment;
  const shown = product();
  shown.querySelector('.buttons').replaceWith(h('div', { class: 'buttons' }, h('a', { class: 'button', href: link.view.card }, 'Open as a page to hand over')));
  return { title: 'Emergency card', kind: 'page', place: 'card', content: [
    h('header', null, h('h1', null, 'Emergency card'), h('p', null, `${patient.name}. Works without a network.`)),
    h('section', { class: 'card', 'aria-label': 'Call' }, callButtons(false), emergencyLineWords(),
      place ? h('p', { class: 'gap-small' }, h('b', null, place.name), place.address ? `, ${place.address}` : '') : null),
    shown,
    h('section', { class: 'card gap' }, h('h2', null, 'For the doctor'),
      h('p', { class: 'gap-small' }, DOCTOR_WORDS),
      h('p', null, `Please ring the clinic: ${clinic.emergencyLine} or ${clinic.secondNumber}.`)),
    h('div', { class: 'gap' }, redFlags('h2')),
    foot(),
  ] };
}
