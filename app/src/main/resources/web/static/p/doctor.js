// The page to hand to an emergency doctor: facts, numbers, and the same as a QR code. Works without a network.
import { h, s } from './dom.js';
import { link } from './episode.js';
import { monitoring, top, toToday } from './pieces.js';
import { qr } from './qr.js';
import { DOCTOR_WORDS } from './red-flags.js';
import { clock, date, when } from './time.js';
import { telephone } from './words.js';

const QUIET = 4;

/** The hand-over page. */
export function handOver() {
  const { clinic, patient } = link.view;
  return { title: 'For the emergency doctor', kind: 'page page-doctor', place: 'card', content: [
    top('Close', toToday, h('p', null, 'Works without a network')),
    h('header', null, h('h1', null, 'For the emergency doctor'), h('p', null, `${patient.name} had filler put in the lips.`)),
    h('section', { class: 'card', 'aria-label': 'What to think of' }, doctorLines().map((line) => h('p', null, line))),
    h('section', null, h('h2', { class: 'over' }, 'What was injected'), h('div', { class: 'card' },
      h('dl', { class: 'facts' }, facts().map(([name, value]) => [h('dt', null, name), h('dd', null, value)])))),
    h('section', null, h('h2', { class: 'over' }, 'The clinic'), h('div', { class: 'card' },
      h('p', null, clinic.name), h('div', { class: 'buttons' },
        [clinic.emergencyLine, clinic.secondNumber].map((number) => h('a', { class: 'button', href: telephone(number) }, `Call ${number}`))))),
    reported(), code(),
  ] };
}

// The plan's lines carry the keys of their sources, which mean nothing without its list.
function doctorLines() {
  const lines = link.view.words?.forTheDoctor;
  return lines?.length > 0 ? lines.map((line) => line.replace(/\s*\[[A-Za-z0-9]+\]/g, '')) : [DOCTOR_WORDS];
}

function facts() {
  const { treatment, patient } = link.view;
  return [
    ['Patient', patient.name], ['Born', patient.birthDate], ['Treated', `${date(Date.parse(treatment.at))}, ${clock(treatment.at)} (${patient.zone})`],
    ['Filler', treatment.filler.replaceAll('-', ' ')], ['Product', treatment.product], ['Lot', treatment.lot], ['Expires', treatment.expiry],
    ['Amount', treatment.volumeMl ? `${treatment.volumeMl} ml` : null], ['Where', treatment.sites?.join('; ')], ['By', treatment.practitioner],
  ].filter(([, value]) => value);
}

/** What she told last, as she told it: no level, no judgement. */
function reported() {
  const told = [...link.view.course].reverse().slice(0, 4);
  if (told.length === 0) return null;
  const answer = (question, value) => link.view.questions[question]?.answers?.find((each) => each.id === value)?.text ?? value;
  const words = (each) => [typeof each.pain === 'number' ? `Pain ${each.pain} of 10` : null, each.swelling ? `Swelling: ${answer('swelling', each.swelling)}` : null,
    each.colour ? `Colour: ${answer('colour', each.colour)}` : null].filter(Boolean).join('. ') || 'Answered';
  const because = monitoring() && link.view.status?.because?.length > 0 && link.view.status.reportedBy !== 'nobody' ? link.view.status.because : [];
  return h('section', null, h('h2', { class: 'over' }, 'What the patient reported, newest first'), h('div', { class: 'card' }, h('ul', { class: 'rows' },
    because.map((line) => h('li', null, `Shown to the patient: “${line}”`)), told.map((each) => h('li', { class: 'avoid' }, h('span', null, words(each)), h('span', { class: 'until' }, when(each.at)))))));
}

/** The card as text, so that a doctor's device needs no network either; where it is too long, without the sites. */
function code() {
  const { clinic, card } = link.view;
  const lines = facts().map(([name, value]) => `${name}: ${value}`);
  const rest = [`Clinic: ${clinic.emergencyLine} or ${clinic.secondNumber}`, 'Lip filler: think of a blocked vessel, also days later.', new URL(card, location.origin).href];
  const rows = qr(['LIP FILLER CARD', ...lines, ...rest].join('\n')) ?? qr(['LIP FILLER CARD', ...lines.filter((line) => !line.startsWith('Where')), ...rest].join('\n')) ?? qr(rest.at(-1));
  if (!rows) return null;
  return h('section', null, h('h2', { class: 'over' }, 'The same, to scan'), h('div', { class: 'card' }, drawn(rows),
    h('p', { class: 'soft middling gap-small' }, 'The code holds this card as text, and the address of the page with it. It needs no account.')));
}

function drawn(rows) {
  const size = rows.length + 2 * QUIET;
  const path = rows.map((row, y) => row.map((dark, x) => (dark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : '')).join('')).join('');
  return s('svg', { class: 'qr', viewBox: `0 0 ${size} ${size}`, role: 'img', 'aria-label': 'QR code with the text of this card', 'shape-rendering': 'crispEdges' },
    s('rect', { class: 'qr-ground', width: size, height: size }), s('path', { class: 'qr-dark', d: path }));
}
