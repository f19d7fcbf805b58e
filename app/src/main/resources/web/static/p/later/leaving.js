// Leaving: stop her check-ins, go to another clinic, ask to be erased, take a copy along. Each is asked once more
// before it is done, kept on this phone like any other event, and said as it is: what only this phone knows, what
// the clinic has, and what it has answered.
import { app } from './app.js';

const { call, go, h, link, newEvent, numberLink, redraw, say, send, top, waiting, when, woven } = app;

const WAYS = ['check-ins', 'clinic', 'erasure'];
const CLINIC_CHARS = 200;

let copied = null;

/** The page, or the question whether she really wants one of the ways. */
export function page(step) {
  return WAYS.includes(step) ? sure(step) : overview();
}

const asked = (way) => link.view.leaving?.requests.find((each) => each.leave === way) ?? null;
const isMine = (way) => (event) => event.type.startsWith('leave-') && event.leave === way;

function overview() {
  return { title: say('phone.leaving'), kind: 'page', place: 'phone', content: [
    top(say('app.close'), () => go('phone')),
    h('header', null, h('h1', null, say('phone.leaving'))),
    h('p', { class: 'card card-ok' }, say('leaving.always')),
    WAYS.map(way), copy(),
  ] };
}

function way(name) {
  const known = asked(name);
  const unsent = waiting().some(isMine(name));
  return h('section', { class: 'card gap', 'aria-label': say(`leaving.${name}`) }, h('h2', null, say(`leaving.${name}`)),
    known ? standing(name, known, unsent) : [unsent ? h('p', { class: 'gap-small' }, say('leaving.unsent')) : null, h('p', { class: 'gap-small' }, what(name))],
    h('div', { class: 'buttons' }, known
      ? h('button', { class: 'button', type: 'button', 'data-key': `back-${name}`, onclick: () => tell('leave-taken-back', { leave: name }) }, say(`leaving.${name}-back`))
      : h('button', { class: 'button', type: 'button', 'data-key': `leave-${name}`, onclick: () => go(`leaving/${name}`) }, say(`leaving.${name}`))));
}

const what = (name) => say(`leaving.${name}-what`, { clinic: link.view.clinic.name });

// What is true of it now: only here, with the clinic, late, or answered.
function standing(name, known, unsent) {
  const said = h('p', { class: 'gap-small' }, h('b', null, say(`leaving.${name}-is`, { when: when(known.asked) })));
  if (unsent) return [said, h('p', { role: 'status' }, say('leaving.unsent'))];
  if (known.answer) return [said, h('p', { role: 'status' }, say('leaving.answer', { name: known.answer.by, when: when(known.answer.at) })), h('p', { dir: 'auto' }, known.answer.text)];
  return [said, known.overdue ? h('p', { role: 'status' }, woven('leaving.late', { when: when(known.actBy), number: numberLink(link.view.clinic.secondNumber) }))
    : h('p', { role: 'status' }, say('leaving.waits', { when: when(known.actBy) }))];
}

/** One question before it is done. */
function sure(name) {
  const to = name === 'clinic' ? h('input', { class: 'input', id: 'leave-to', type: 'text', maxlength: CLINIC_CHARS, autocomplete: 'off' }) : null;
  const yes = () => tell('leave-asked', to?.value.trim() ? { leave: name, text: to.value.trim() } : { leave: name });
  return { title: say(`leaving.${name}`), kind: 'page', place: 'phone', holds: true, content: [
    top(say('leaving.no'), () => go('leaving')),
    h('header', null, h('h1', null, say(`leaving.${name}`))),
    h('section', { class: 'card', 'aria-label': say(`leaving.${name}`) }, h('p', null, what(name)), h('p', { class: 'gap-small' }, say('leaving.always')),
      to ? h('p', { class: 'gap-small' }, h('label', { for: 'leave-to' }, say('leaving.clinic-which')), to) : null,
      h('div', { class: 'buttons' }, h('button', { class: 'button button-solid', type: 'button', 'data-key': 'sure', onclick: yes }, say(`leaving.${name}-sure`)),
        h('button', { class: 'button', type: 'button', 'data-key': 'no', onclick: () => go('leaving') }, say('leaving.no')))),
  ] };
}

async function tell(type, fields) {
  const sent = send(newEvent(type, fields));
  go('leaving');
  await sent;
  redraw();
}

function copy() {
  return h('section', { class: 'card gap', 'aria-label': say('leaving.copy') }, h('h2', null, say('leaving.copy')),
    h('p', { class: 'gap-small' }, say('leaving.copy-what')),
    copied ? h('p', { role: 'status' }, h('b', null, say(`leaving.copy-${copied}`))) : null,
    h('div', { class: 'buttons' }, h('button', { class: 'button', type: 'button', 'data-key': 'copy', onclick: makeCopy }, say('leaving.copy-make'))));
}

async function makeCopy() {
  const file = { made: new Date().toISOString(), episode: link.episode, whole: false, view: link.view, notYetSent: waiting() };
  try {
    Object.assign(file, { events: await allEvents(), photos: await allPhotos() }, { whole: true });
  } catch {
    // Without the clinic's server the file has what is on this phone, and says so.
  }
  copied = file.whole ? 'whole' : 'part';
  const address = URL.createObjectURL(new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' }));
  h('a', { href: address, download: `my-data-${file.made.slice(0, 10)}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
  redraw();
}

async function answered(path) {
  const response = await call(path, {});
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response;
}

async function allEvents() {
  const all = [];
  for (;;) {
    const more = await (await answered(`/events?after=${all.at(-1)?.seq ?? 0}`)).json();
    if (more.length === 0) return all;
    all.push(...more);
  }
}

async function allPhotos() {
  const photos = [];
  for (const event of link.view.photos?.filter?.((each) => each.id) ?? []) {
    const bytes = await (await answered(`/photos/${event.id}`)).blob();
    photos.push({ ...event, data: await dataUrl(bytes) });
  }
  return photos;
}

const dataUrl = (blob) => new Promise((resolve, reject) => {
  const reader = new FileReader();
  reader.onload = () => resolve(reader.result);
  reader.onerror = () => reject(reader.error);
  reader.readAsDataURL(blob);
});
