// The photo page: how to take one that can be compared, taking it, and what there is already. It judges
// nothing: a photo alone cannot rule out a blocked vessel [S22], so the way to say "I am worried" stands first.
import { app } from './app.js';
import { fitting, outline } from './fit.js';
import { draft, dropDraft } from './draft.js';
import { canTake, cameras, comesBack, keepShot, onlyInPage, openShot, shown } from './shot.js';

const { isOnlyInPage, announce, flagged, go, h, inSentence, link, listed, redraw, say, waiting, callButtons, downWords, toToday, top, foot, when } = app;

const OF_FACE = ['front', 'left', 'right'];
const VIEWS = [...OF_FACE, 'other'];
const SHOT = 'shot';
const viewWords = (id) => say(`photo.view-${VIEWS.includes(id) ? id : 'any'}`);

let picture = null;
let view = 'front';
let last = null;
let other = null;
let problem = null;

/** The page at a step: the guide, `fit`, `sent` or `past`. */
export function page(step) {
  if (step === 'fit' && picture) return fitPage();
  if (step === 'fit' && draft(SHOT)) return comesBack(SHOT, opened);
  if (step === 'sent' && last) return sentPage();
  if (step === 'past') return pastPage();
  return guide();
}

const photosOf = () => link.view.photos ?? [];
const task = () => link.view.today.tasks.findLast((each) => each.activity === 'photo' && ['open', 'done'].includes(each.state));
const ofTask = () => (task() ? photosOf().filter((photo) => photo.occurrence === task().id) : []);
const missing = () => OF_FACE.filter((id) => !ofTask().some((photo) => photo.view === id));

function guide() {
  view = missing()[0] ?? 'front';
  return { title: say('photo.title'), kind: 'page page-photo', place: null, content: [
    top(say('app.back'), toToday),
    h('h1', null, say('photo.title')),
    worry(),
    waits(),
    h('section', { class: 'card', 'aria-label': say('photo.take') },
      h('h2', null, task() ? taskWords() : say('photo.take')),
      canTake() ? [whichView(), problem ? h('p', { class: 'wrong', role: 'alert' }, problem) : null, cameras(taken)] : h('p', null, say('photo.insecure')),
      h('p', { class: 'after-button' }, whoSees())),
    howTo(),
    past(),
    foot(),
  ] };
}

// Taken and not sent: she goes on with it, or throws it away.
function waits() {
  if (!draft(SHOT)) return null;
  return h('section', { class: 'card', 'aria-label': say('photo.draft') }, h('h2', null, say('photo.draft')), onlyInPage(SHOT),
    h('div', { class: 'buttons' }, h('a', { class: 'button', href: '#/photo/fit', 'data-key': 'draft-use' }, say('photo.draft-use')),
      h('button', { class: 'button', type: 'button', 'data-key': 'draft-away', onclick: drop }, say('photo.draft-away'))));
}

function taskWords() {
  const left = missing();
  const values = { task: task().title, views: listed(left.map((id) => inSentence(viewWords(id)))) };
  if (left.length === OF_FACE.length) return say('photo.task-none', values);
  return left.length === 0 ? say('photo.task-all', values) : say('photo.task-some', values);
}

function worry() {
  return h('section', { class: 'card card-urgent note', 'aria-label': say('card.when-to-call') }, h('h2', null, say('photo.worry')),
    h('p', { class: 'gap-small' }, flagged('photo.signs')), callButtons(false),
    h('div', { class: 'buttons' }, h('a', { class: 'button', href: '#/worried', 'data-key': 'photo-worried' }, say('ask.worried'))));
}

function whichView() {
  return h('fieldset', { class: 'ask gap-small' }, h('legend', { class: 'middling' }, say('photo.which')),
    h('div', { class: 'answers answers-views' }, VIEWS.map((id) => h('label', { class: 'answer' },
      h('input', { type: 'radio', name: 'view', value: id, checked: id === view, onchange: () => { view = id; } }), h('span', null, viewWords(id))))));
}

// Who sees it, and when: as it is, also at night.
function whoSees() {
  const { clinic, open } = link.view;
  const values = { clinic: clinic.name, when: open?.next ? when(open.next) : '' };
  if (open?.now) return say('photo.seen-now', values);
  return open?.next ? say('photo.seen-from', values) : say('photo.seen-shut', values);
}

function howTo() {
  const lines = [...(link.view.words?.photoHow ?? []), say('photo.light'), say('photo.no-filter'), say('photo.cut')];
  return h('section', null, h('h2', { class: 'over' }, say('photo.how')), h('div', { class: 'card guide' },
    h('div', { class: 'guide-drawing' }, outline('front')), h('ul', { class: 'rows' }, lines.map((line) => h('li', null, line)))));
}

async function taken(file) {
  opened(await openShot(file, SHOT, { view }));
}

function opened(result) {
  ({ picture = null, problem = null } = result);
  const place = picture ? 'photo/fit' : 'photo';
  if (location.hash === `#/${place}`) redraw();
  else go(place);
}

function fitPage() {
  view = draft(SHOT)?.view ?? view;
  const fit = fitting(picture, view);
  const use = h('button', { class: 'button button-solid', type: 'button', 'data-key': 'use', onclick: () => keep(fit, use) }, say('photo.use'));
  return { title: say('photo.fit'), kind: 'page page-photo', place: null, holds: true, content: [
    top(say('app.back'), () => go('photo')), h('h1', null, say('photo.fit-of', { view: inSentence(viewWords(view)) })), onlyInPage(SHOT), fit.element,
    h('div', { class: 'actions' }, use, h('button', { class: 'button', type: 'button', onclick: drop }, say('photo.again'))),
  ] };
}

async function drop() {
  picture = null;
  await dropDraft(SHOT);
  opened({ problem });
}

async function keep(fit, button) {
  if (button.getAttribute('aria-disabled')) return;
  button.setAttribute('aria-disabled', 'true');
  button.textContent = say('photo.working');
  try {
    last = await keepShot(await fit.take(), { view, occurrence: view === 'other' ? null : task()?.id }, SHOT);
  } catch {
    problem = say('photo.unreadable');
    drop();
    return;
  }
  picture = null;
  announce(stateOf(last));
  go('photo/sent');
}

// Where a photo is, only as far as it is known.
function stateOf(id) {
  const waits = waiting().some((event) => event.id === id);
  const told = link.told.photos?.find((photo) => photo.id === id);
  if (told) return say('photo.received', { when: when(told.received) });
  if (waits && isOnlyInPage(id)) return say('saved.in-page');
  return waits ? `${say('photo.saved')} ${downWords()}` : say('photo.not-there');
}

function sentPage() {
  const next = task() && missing()[0];
  return { title: say('photo.yours'), kind: 'page page-photo', place: null, content: [
    top(say('app.back'), toToday), h('h1', null, say('photo.yours')),
    h('section', { class: 'card seen', 'aria-label': say('app.the-clinic') },
      h('p', { class: 'seen-state' }, stateOf(last)), h('p', { class: 'soft middling' }, `${whoSees()} ${say('photo.looked-at')}`)),
    shown(last, viewWords(view)),
    h('div', { class: 'actions' }, next ? h('a', { class: 'button button-solid', href: '#/photo', 'data-key': 'next-photo' }, say('photo.next', { view: inSentence(viewWords(next)) })) : null,
      h('a', { class: 'button', href: '#/photo/past' }, say('photo.compare')), h('a', { class: 'button', href: '#/today' }, say('app.today'))),
    worry(),
  ] };
}

function past() {
  const photos = [...photosOf()].reverse();
  return h('section', null, h('h2', { class: 'over' }, say('photo.all')), h('div', { class: 'card' },
    photos.length === 0 ? h('p', null, say('photo.none')) : [
      h('ul', { class: 'rows' }, photos.map((photo) => h('li', null, h('a', { class: 'row-link', href: '#/photo/past', onclick: () => { other = photo.id; } }, words(photo)), h('p', { class: 'soft middling' }, stateOf(photo.id))))),
    ], h('p', { class: 'soft middling gap-small' }, say('photo.keeps'))));
}

const words = (photo) => say('photo.of', { view: viewWords(photo.view), when: when(photo.at) });

// The first one of the same view stands first; nothing is said of what is different.
function pair() {
  const photos = photosOf();
  const right = photos.find((photo) => photo.id === other) ?? photos.at(-1);
  const left = right && photos.find((photo) => photo.view === right.view);
  return !right ? [] : left.id === right.id ? [right] : [left, right];
}

const pairShown = () => h('div', { class: 'pair' }, pair().map((photo) => h('figure', null, shown(photo.id, words(photo)), h('figcaption', { class: 'middling' }, h('b', null, words(photo))))));

function pastPage() {
  const photos = photosOf();
  const newest = pair().at(-1)?.id;
  return { title: say('photo.past'), kind: 'page page-photo', place: null, holds: true, content: [
    top(say('app.back'), () => go('photo')), h('h1', null, say('photo.past')),
    photos.length === 0 ? h('p', null, say('photo.none')) : pairShown(),
    photos.length > 1 ? h('label', { class: 'gap choose' }, say('photo.show-other'), h('select', { class: 'input', onchange: ({ target }) => {
      other = target.value;
      document.querySelector('.pair').replaceWith(pairShown());
    } }, photos.map((photo) => h('option', { value: photo.id, selected: photo.id === newest }, words(photo))))) : null,
    h('p', { class: 'soft middling gap-small' }, say('photo.differ')),
    worry(),
  ] };
}
