// Writing to the clinic. The warning signs stand before the box: what cannot wait must not be typed [S15] (H-1).
// Every message is a contact of the core; what the clinic wrote back stands with it.
import { app } from './app.js';
import { fitting } from './fit.js';
import { draftBytes, dropDraft, draft, keepDraft } from './draft.js';
import { canTake, cameras, comesBack, keepShot, onlyInPage, openShot, shown } from './shot.js';

const { announce, flagged, flaggedLines, go, h, keepForEpisode, keptForEpisode, dropForEpisode, link, newEvent, redraw, say, send, waiting, callButtons, downWords, monitoring, toToday, top, foot, now, when, atLeast } = app;

// Concerns of the core, the widest first.
const ABOUT = ['other', 'look', 'lump', 'swelling', 'numb', 'infection', 'distress'];
const MOST_CHARS = 1000;
const MOST_PHOTOS = 3;
const SHOT = 'message-shot';
const PHOTOS = 'draft.message-photos';

let clear = false;
let picture = null;
let problem = null;
let last = null;

// The names under which the photos of the message are kept until it is sent.
const attached = () => keptForEpisode(PHOTOS) ?? [];

// What only an earlier page held is gone with it.
for (const name of attached()) if (!(await draftBytes(name))) {
  await detach(name);
  problem = say('photo.draft-lost');
}

async function attach(bytes) {
  const name = `message-${crypto.randomUUID()}`;
  await keepDraft(name, bytes, {});
  keepForEpisode(PHOTOS, [...attached(), name]);
}

async function detach(name) {
  keepForEpisode(PHOTOS, attached().filter((each) => each !== name));
  await dropDraft(name);
}

/** The page: the signs, then the box, then where the message is; at `photo` a picture is fitted into its frame. */
export function page(step) {
  if (step === 'photo' && picture) return photoPage();
  if (step === 'photo' && draft(SHOT)) {
    // Loaded anew: the signs were passed before the photo was taken, and the message is still hers.
    clear = true;
    return comesBack(SHOT, opened);
  }
  if (step === 'sent' && last) return sentPage();
  noteShown();
  return { title: say('write.title'), kind: 'page page-write', place: null, holds: clear, content: [
    top(say('app.back'), leave), h('h1', null, say('write.title')),
    h('div', { class: 'asking' }, clear ? box() : signs()),
    conversation(), foot(),
  ] };
}

// The signs are asked anew whenever she comes back.
function leave() {
  clear = false;
  toToday();
}

function noteShown() {
  const newest = (link.view.messages ?? []).findLast((each) => each.from === 'clinic');
  const at = newest ? Date.parse(newest.received) : 0;
  if (at > (keptForEpisode('messages-shown') ?? 0)) keepForEpisode('messages-shown', at);
}

function signs() {
  const group = (heading, key, emergency) => h('fieldset', { class: 'ask' }, h('legend', { class: 'middling' }, heading),
    flaggedLines(key).map((sign) => h('label', { class: 'sign-tick' }, h('input', { type: 'checkbox', onchange: ({ target }) => { if (target.checked) call(emergency); } }), h('span', null, sign))));
  return h('section', { class: 'card card-urgent', 'aria-label': say('write.first') }, h('h2', null, say('write.first')),
    group(flagged('red-flags.any-emergency', { number: link.view.clinic.emergencyNumber }), 'red-flags.emergency', true),
    group(flagged('red-flags.any-urgent'), 'red-flags.urgent', false),
    h('div', { class: 'buttons' }, h('button', { class: 'button button-solid', type: 'button', 'data-key': 'none', onclick: () => {
      clear = true;
      redraw();
      document.querySelector('#message')?.focus();
    } }, say('write.none'))));
}

// The numbers first; the questions are the triage, and they are told at once.
function call(emergency) {
  const heading = h('h2', { tabindex: -1 }, flagged('write.call-now'));
  document.querySelector('.asking').replaceChildren(h('section', { class: 'card card-urgent', role: 'alert' }, heading, callButtons(emergency),
    h('p', { class: 'gap-small' }, say('write.then-answer')), h('div', { class: 'buttons' }, h('a', { class: 'button button-solid', href: '#/worried', 'data-key': 'questions' }, say('write.questions')))));
  heading.focus();
}

function box() {
  const draft = keptForEpisode('draft.message') ?? { about: 'other', text: '' };
  const keep = () => keepForEpisode('draft.message', { about: about.value, text: text.value });
  const about = h('select', { id: 'about', class: 'input', onchange: keep }, ABOUT.map((id) => h('option', { value: id, selected: id === draft.about }, say(`write.about-${id}`))));
  const text = h('textarea', { id: 'message', dir: 'auto', maxlength: MOST_CHARS, rows: 5, 'aria-describedby': 'message-help message-wrong', oninput: keep }, draft.text);
  const wrong = h('p', { class: 'wrong', id: 'message-wrong', role: 'alert', hidden: true }, say('write.empty'));
  const button = h('button', { class: 'button button-solid', type: 'submit', 'data-key': 'send-message' }, say('write.send'));
  return h('form', { class: 'card', novalidate: true, onsubmit: (event) => {
    event.preventDefault();
    wrong.hidden = text.value.trim() !== '';
    if (wrong.hidden) sendMessage(about.value, text.value.trim(), button);
    else text.focus();
  } },
    h('p', null, flagged('write.not-here')),
    h('label', { class: 'gap choose', for: 'about' }, say('write.about')), about,
    h('label', { class: 'gap choose', for: 'message' }, say('write.text')), text, wrong,
    h('p', { class: 'soft middling', id: 'message-help' }, whenRead()),
    attachments(), h('div', { class: 'actions' }, button));
}

// Nobody reads at night, and the page says so before she writes.
function whenRead() {
  const { clinic, open } = link.view;
  const shut = !open || open.now ? '' : `${open.next ? say('write.shut-until', { clinic: clinic.name, when: when(open.next) }) : say('write.shut', { clinic: clinic.name })} `;
  return `${shut}${say('write.answered')}`;
}

function attachments() {
  if (!canTake()) return null;
  return h('div', { class: 'gap' }, h('p', null, h('b', null, say('write.photos', { count: MOST_PHOTOS }))),
    problem ? h('p', { class: 'wrong', role: 'alert' }, problem) : null,
    attached().length > 0 ? h('p', { role: 'status' }, say('write.photos-go', { count: attached().length })) : null,
    attached().map(onlyInPage).find(Boolean),
    draft(SHOT) ? unfitted() : null,
    attached().length < MOST_PHOTOS ? cameras(taken, 'message') : null);
}

// A photo that was taken, and not yet put into its frame.
const unfitted = () => h('div', null, h('p', null, say('photo.draft')), onlyInPage(SHOT), h('div', { class: 'buttons' },
  h('a', { class: 'button', href: '#/write/photo', 'data-key': 'draft-use' }, say('photo.draft-use')),
  h('button', { class: 'button', type: 'button', 'data-key': 'draft-away', onclick: async () => {
    picture = null;
    await dropDraft(SHOT);
    document.querySelector('.asking').replaceChildren(box());
  } }, say('photo.draft-away'))));

async function taken(file) {
  opened(await openShot(file, SHOT, {}));
}

function opened(result) {
  ({ picture = null, problem = null } = result);
  if (!picture && location.hash === '#/write') document.querySelector('.asking').replaceChildren(box());
  else if (picture && location.hash === '#/write/photo') redraw();
  else go(picture ? 'write/photo' : 'write');
}

function photoPage() {
  const fit = fitting(picture, 'other');
  const back = async () => {
    picture = null;
    await dropDraft(SHOT);
    go('write');
  };
  let using = null;
  const use = () => { using ??= attachFitted(fit).then(back); };
  return { title: say('write.title'), kind: 'page page-photo', place: null, holds: true, content: [
    top(say('app.back'), back), h('h1', null, say('photo.fit')), onlyInPage(SHOT), fit.element,
    h('div', { class: 'actions' }, h('button', { class: 'button button-solid', type: 'button', 'data-key': 'use', onclick: use }, say('photo.use')),
      h('button', { class: 'button', type: 'button', onclick: back }, say('write.without'))),
  ] };
}

async function attachFitted(fit) {
  try {
    await attach(await fit.take());
  } catch {
    problem = say('photo.unreadable');
  }
}

// The message goes into the queue before its photos, and all of them are kept before anybody waits for the clinic.
async function sendMessage(concern, text, button) {
  if (button.getAttribute('aria-disabled')) return;
  button.setAttribute('aria-disabled', 'true');
  button.textContent = say('ask.sending');
  const event = newEvent('contact', { form: 'none', answers: {}, concern, text });
  const sent = send(event);
  for (const name of attached()) {
    const bytes = await draftBytes(name);
    if (bytes) await keepShot(bytes, { view: 'other', message: event.id }, name);
    await detach(name);
  }
  const result = await sent;
  dropForEpisode('draft.message');
  dropForEpisode(PHOTOS);
  clear = false;
  last = event;
  if (monitoring() && result.assessment && atLeast(result.assessment.level, 'urgent')) {
    const at = new Date(now()).toISOString();
    keepForEpisode('last', { id: event.id, kind: 'message', at, half: false, grave: false, emergency: false, crisis: false, outcome: result.outcome, level: result.assessment.level, why: result.why ?? null, sentAt: result.outcome === 'waiting' ? null : at });
    go('result');
    return;
  }
  announce(whereIs(mine(event)));
  go('write/sent');
}

function sentPage() {
  const each = messages().find(({ id }) => id === last.id) ?? mine(last);
  return { title: say('write.yours'), kind: 'page page-write', place: null, content: [
    top(say('app.back'), toToday), h('h1', null, say('write.yours')),
    h('section', { class: 'card seen', 'aria-label': say('app.the-clinic') },
      h('p', { class: 'seen-state' }, whereIs(each)), h('p', { class: 'soft middling' }, whenRead())),
    h('div', { class: 'actions' }, h('a', { class: 'button button-solid', href: '#/today' }, say('app.today')), h('a', { class: 'button', href: '#/write' }, say('write.another'))),
    conversation(), foot(),
  ] };
}

const mine = ({ id, at, text }) => ({ id, at, text, from: 'patient' });

// Where no core runs on this phone, what waits here is not in what the clinic told.
function messages() {
  const told = link.view.messages ?? [];
  const own = waiting().filter((event) => event.type === 'contact' && event.text && !told.some(({ id }) => id === event.id));
  return [...told, ...own.map(mine)];
}

function conversation() {
  const newest = messages().reverse();
  return h('section', null, h('h2', { class: 'over' }, say('write.conversation')), h('div', { class: 'card' },
    newest.length === 0 ? h('p', null, say('write.nothing')) : h('ol', { class: 'rows messages' }, newest.map(message))));
}

function message(each) {
  const by = (name, at) => h('p', null, h('b', { dir: 'auto' }, name), ' ', h('span', { class: 'soft middling' }, when(at)));
  const said = h('p', { class: 'said', dir: 'auto' }, each.text);
  if (each.from === 'clinic') return h('li', { class: 'from-clinic' }, by(each.by, each.received), said);
  if (each.called) return h('li', null, h('p', null, say('write.called', { number: each.called }), ' ', h('span', { class: 'soft middling' }, when(each.at))), h('p', { class: 'soft middling' }, say('write.called-what')));
  return h('li', null, by(each.helper ?? say('write.you'), each.at), said,
    each.photos?.length > 0 ? h('div', { class: 'small-shots' }, each.photos.map((id) => shown(id, say('write.photo-of'), 'small'))) : null,
    h('p', { class: 'soft middling' }, whereIs(each)));
}

// Saved, sent, seen: only what is true.
function whereIs(each) {
  if (waiting().some((event) => event.id === each.id)) return `${say('photo.saved')} ${downWords()}`;
  if (each.seen) return say('write.seen', { name: each.seen.by, when: when(each.seen.at) });
  return each.received ? say('write.received', { when: when(each.received) }) : say('write.sent');
}
