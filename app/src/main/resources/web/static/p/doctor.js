// The page to hand to an emergency doctor: facts, numbers, and the same as a QR code. Works without a network.
import { english, flagged } from './beside.js';
import { h } from './dom.js';
import { link } from './episode.js';
import { later } from './later.js';
import { monitoring, top, toToday } from './pieces.js';
import { spotName } from './lips.js';
import { inEnglish, isReviewed, say } from './say.js';
import { clock, date, when } from './time.js';
import { telephone } from './words.js';


/** The hand-over page. */
export function handOver() {
  const { clinic, patient } = link.view;
  return { title: say('doctor.title'), kind: 'page page-doctor', place: 'card', content: [
    top(say('app.close'), toToday, h('p', null, say('doctor.offline'))),
    h('header', null, h('h1', null, both('doctor.title')), h('p', null, both('doctor.had-filler', { name: patient.name }))),
    h('section', { class: 'card', 'aria-label': say('doctor.think-of') }, doctorLines().map((line) => h('p', null, line))),
    h('section', null, h('h2', { class: 'over' }, both('doctor.injected')), h('div', { class: 'card' },
      h('dl', { class: 'facts' }, facts(both).map(([name, value]) => [h('dt', null, name), h('dd', { dir: 'auto' }, value)])))),
    h('section', null, h('h2', { class: 'over' }, both('app.the-clinic')), h('div', { class: 'card' },
      h('p', null, clinic.name), h('div', { class: 'buttons' },
        [clinic.emergencyLine, clinic.secondNumber].map((number) => h('a', { class: 'button', href: telephone(number) }, say('call.number', { number })))))),
    reported(), code(),
  ] };
}

// The plan's lines carry the keys of their sources, which mean nothing without its list.
function doctorLines() {
  const lines = link.view.words?.forTheDoctor;
  if (!(lines?.length > 0)) return [flagged('red-flags.for-the-doctor')];
  return lines.map((line, at) => [bare(line), english(bare(link.view.words.source?.forTheDoctor?.[at] ?? ''))]);
}

const bare = (line) => line.replace(/\s*\[[A-Za-z0-9]+\]/g, '');

// A doctor may not read the patient's language: what stands here stands in English too, where that is its source.
const both = (key, values) => flagged(key, values);

function facts(words) {
  const { treatment, patient } = link.view;
  return [
    [words('facts.patient'), patient.name], [words('facts.born'), patient.birthDate], [words('facts.treated'), `${date(Date.parse(treatment.at))}, ${clock(treatment.at)} (${patient.zone})`],
    [words('facts.filler'), words(`facts.${treatment.filler}`)], [words('facts.product'), treatment.product], [words('facts.lot'), treatment.lot], [words('facts.expires'), treatment.expiry],
    [words('facts.amount'), treatment.volumeMl ? `${treatment.volumeMl} ml` : null], [words('facts.where'), treatment.sites?.map(spotName).join('; ')], [words('facts.by'), treatment.practitioner],
  ].filter(([, value]) => value);
}

/** What she told last, as she told it: no level, no judgement. */
function reported() {
  const told = [...link.view.course].reverse().slice(0, 4);
  if (told.length === 0) return null;
  const answer = (question, value) => link.view.questions[question]?.answers?.find((each) => each.id === value)?.text ?? value;
  const words = (each) => [typeof each.pain === 'number' ? say('doctor.pain', { pain: each.pain }) : null, each.swelling ? say('doctor.swelling', { answer: answer('swelling', each.swelling) }) : null,
    each.colour ? say('doctor.colour', { answer: answer('colour', each.colour) }) : null].filter(Boolean).join('. ') || say('doctor.answered');
  const because = monitoring() && link.view.status?.because?.length > 0 && link.view.status.reportedBy !== 'nobody' ? link.view.status.because : [];
  return h('section', null, h('h2', { class: 'over' }, both('doctor.reported')), h('div', { class: 'card' }, h('ul', { class: 'rows' },
    because.map((line) => h('li', null, say('doctor.shown', { line }))), told.map((each) => h('li', { class: 'avoid' }, h('span', null, words(each)), h('span', { class: 'until' }, when(each.at)))))));
}

/** The card as text, so that a doctor's device needs no network either; where it is too long, without the sites. */
function code() {
  const codes = later('qr');
  if (!codes) return null;
  const { clinic, card } = link.view;
  const words = isReviewed() ? say : inEnglish;
  const lines = facts(words).map(([name, value]) => `${name}: ${value}`);
  const where = words('facts.where');
  const rest = [words('doctor.code-clinic', { number: clinic.emergencyLine, second: clinic.secondNumber }), words('doctor.code-think'), new URL(card, location.origin).href];
  const title = words('doctor.code-title');
  const { drawn, qr } = codes;
  const rows = qr([title, ...lines, ...rest].join('\n')) ?? qr([title, ...lines.filter((line) => !line.startsWith(where)), ...rest].join('\n')) ?? qr(rest.at(-1));
  if (!rows) return null;
  return h('section', null, h('h2', { class: 'over' }, say('doctor.scan')), h('div', { class: 'card' }, drawn(rows),
    h('p', { class: 'soft middling gap-small' }, say('doctor.code'))));
}
