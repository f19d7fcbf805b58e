// The people whom she lets in: who they are, what each may do, a link for their phone, and one press to end it.
import { app } from './app.js';
import { drawn, qr } from './qr.js';

const { call, flush, go, h, link, newEvent, posting, redraw, say, send, top, waiting, when } = app;

const MOST = 5;
const NAME_CHARS = 40;
const NUMBER_CHARS = 40;
const RIGHTS = ['look', 'answer', 'call'];

let fresh = null;
let note = null;

/** The list, or the form that lets one more in. */
export function page(step) {
  return step === 'new' ? form() : overview();
}

const clinic = () => link.view.clinic.name;
const all = () => link.view.helpers ?? [];

function overview() {
  const unsent = waiting().some((event) => event.type.startsWith('helper-'));
  return { title: say('helpers.title'), kind: 'page', place: 'phone', content: [
    top(say('app.close'), () => go('phone')),
    h('header', null, h('h1', null, say('helpers.title')), h('p', null, say('helpers.what', { clinic: clinic() })), h('p', null, say('helpers.sees'))),
    unsent ? h('p', { class: 'card card-same-day note', role: 'status' }, say('helpers.unsent')) : null,
    note ? h('p', { role: 'status' }, note) : null,
    all().length === 0 ? h('p', { class: 'card' }, say('helpers.none')) : all().map(one),
    all().length >= MOST ? h('p', null, say('helpers.most', { count: MOST }))
      : h('div', { class: 'buttons gap' }, h('button', { class: 'button button-solid', type: 'button', 'data-key': 'new', onclick: () => { note = null; go('helpers/new'); } }, say('helpers.new'))),
  ] };
}

function one({ id, name, phone, may, since }) {
  const looks = may.includes('look');
  return h('section', { class: 'card gap', 'aria-label': name }, h('h2', { dir: 'auto' }, name),
    h('ul', { class: 'told' }, looks ? h('li', null, say(may.includes('answer') ? 'helpers.may-answer' : 'helpers.may-look')) : null,
      may.includes('call') ? h('li', null, say('helpers.may-call', { clinic: clinic(), number: phone })) : null),
    h('p', { class: 'soft middling' }, say('helpers.since', { when: when(since) })),
    fresh?.id === id ? [h('p', { class: 'gap-small' }, say('helpers.scan')), drawn(qr(fresh.link), say('helpers.code')), h('p', { class: 'own-link', dir: 'ltr' }, fresh.link)] : null,
    h('div', { class: 'buttons' },
      looks ? h('button', { class: 'button', type: 'button', 'data-key': `make-${id}`, 'aria-label': say('helpers.make-who', { name }), onclick: () => make(id) }, say('helpers.make')) : null,
      h('button', { class: 'button button-stop', type: 'button', 'data-key': `end-${id}`, 'aria-label': say('helpers.end-who', { name }), onclick: () => end(id) }, say('helpers.end'))));
}

async function make(id) {
  try {
    // The clinic makes a link only for a helper of whom it has heard.
    await flush();
    const answer = await call(`/helpers/${id}/link`, posting({}));
    fresh = answer.ok ? { id, link: (await answer.json()).helperLink } : null;
    note = answer.ok ? null : say('helpers.cannot');
  } catch {
    note = say('helpers.cannot');
  }
  redraw();
}

async function end(id) {
  fresh = null;
  const sent = send(newEvent('helper-ended', { helper: id }));
  redraw();
  await sent;
  redraw();
}

/** Nothing is chosen beforehand. Whoever answers sees the questions, so he may look too. */
function form() {
  const wrong = h('p', { class: 'wrong', role: 'alert', id: 'helper-wrong', hidden: true });
  const name = h('input', { class: 'input', id: 'helper-name', type: 'text', maxlength: NAME_CHARS, autocomplete: 'off', 'aria-describedby': 'helper-wrong' });
  const phone = h('input', { class: 'input', id: 'helper-phone', type: 'tel', dir: 'ltr', maxlength: NUMBER_CHARS, autocomplete: 'off', 'aria-describedby': 'helper-wrong' });
  const boxes = Object.fromEntries(RIGHTS.map((right) => [right, h('input', { type: 'checkbox', name: right })]));
  boxes.answer.addEventListener('change', () => { boxes.look.checked ||= boxes.answer.checked; });
  boxes.look.addEventListener('change', () => { boxes.answer.checked &&= boxes.look.checked; });
  const submit = (event) => {
    event.preventDefault();
    const helper = { name: name.value.trim(), may: RIGHTS.filter((right) => boxes[right].checked), phone: phone.value.trim() };
    const problem = problemOf(helper);
    if (!problem) {
      letIn(helper);
      return;
    }
    wrong.textContent = problem;
    wrong.hidden = false;
    (helper.name ? helper.may.length > 0 ? phone : boxes.look : name).focus();
  };
  return { title: say('helpers.new'), kind: 'page', place: 'phone', holds: true, content: [
    top(say('helpers.no'), () => go('helpers')),
    h('header', null, h('h1', null, say('helpers.new')), h('p', null, say('helpers.sees'))),
    h('form', { class: 'card', novalidate: true, onsubmit: submit },
      h('label', { class: 'date-part' }, say('helpers.name'), name),
      h('fieldset', { class: 'switches gap' }, h('legend', null, say('helpers.rights')),
        RIGHTS.map((right) => h('label', { class: 'switch' }, boxes[right], h('span', null, say(`helpers.${right}`, { clinic: clinic() }))))),
      h('label', { class: 'date-part gap' }, say('helpers.phone'), phone),
      wrong, h('div', { class: 'buttons' }, h('button', { class: 'button button-solid', type: 'submit', 'data-key': 'save' }, say('helpers.save')))),
  ] };
}

function problemOf({ name, may, phone }) {
  if (!name) return say('helpers.no-name');
  if (all().some((each) => each.name === name)) return say('helpers.same-name');
  if (may.length === 0) return say('helpers.no-right');
  return may.includes('call') && !phone ? say('helpers.no-phone') : null;
}

async function letIn({ name, may, phone }) {
  const sent = send(newEvent('helper-let-in', may.includes('call') ? { name, may, phone } : { name, may }));
  go('helpers');
  await sent;
  redraw();
}
