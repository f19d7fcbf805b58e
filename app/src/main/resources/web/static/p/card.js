// The emergency card inside the app: the same words as the page that needs no sign-in, and without a network.
import { h } from './dom.js';
import { link } from './episode.js';
import { callButtons, emergencyLineWords, redFlags } from './pieces.js';
import { handOver } from './doctor.js';
import { foot, product } from './today.js';

/** The card, or at the step "doctor" the page to hand over. */
export function card(step) {
  if (step === 'doctor') return handOver();
  const { clinic, patient } = link.view;
  const place = clinic.emergencyDepartment;
  const shown = product();
  shown.querySelector('.buttons').remove();
  return { title: 'Emergency card', kind: 'page', place: 'card', content: [
    h('header', null, h('h1', null, 'Emergency card'), h('p', null, `${patient.name}. Works without a network.`)),
    h('section', { class: 'card', 'aria-label': 'Call' }, callButtons(false), emergencyLineWords(),
      place ? h('p', { class: 'gap-small' }, h('b', null, place.name), place.address ? `, ${place.address}` : '') : null),
    h('section', { class: 'card card-next', 'aria-label': 'For a doctor' }, h('h2', null, 'At a doctor’s?'),
      h('p', { class: 'gap-small' }, 'Show this page: what was injected, when, and whom to ring.'),
      h('div', { class: 'buttons' }, h('a', { class: 'button button-solid', href: '#/card/doctor' }, 'Show the doctor'))),
    shown,
    h('p', { class: 'gap' }, h('a', { href: link.view.card }, 'The same card as a page of its own'), ', to print or to send. It needs a network.'),
    h('div', { class: 'gap' }, redFlags('h2')),
    foot(),
  ] };
}
