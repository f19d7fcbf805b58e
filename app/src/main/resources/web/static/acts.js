// What somebody does from the worklist without leaving it: one key or one press for each act. The page of
// acts opens beside the list; what was typed there stays until it is sent, and what came meanwhile is shown
// before it is. Without this script the same links and forms are pages of their own.

import { tick } from '/static/clinic.js';

const TIMEOUT_MS = 8000;
const SWITCH = 'keys';
const OFF = 'off';
const PARTS = ['r', 'w', 'b', 'l', 'h'];
const FIELDS = 'textarea, select, input:not([type=hidden])';
const $ = (id) => document.getElementById(id);

// Pages of acts with words that were not sent, by episode.
const kept = new Map();
let changed = () => {};
let from = null;

const rows = () => [...document.querySelectorAll('#rows > tbody > tr')];
const rowOf = (element) => element?.closest('#rows > tbody > tr') ?? null;
const episodeOf = (row) => row.id.replace('row-', '');

function isTyped(part) {
  return [...part.querySelectorAll(FIELDS)].some((each) => {
    if (each.matches('[type=radio], [type=checkbox]')) return each.checked !== each.defaultChecked;
    if (each.matches('select')) return [...each.options].some((option) => option.selected !== option.defaultSelected);
    return each.value !== each.defaultValue;
  });
}

function inDialog() {
  return $('beside').querySelector('#act');
}

function show(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  fill([...document.importNode(page.querySelector('main'), true).childNodes]);
}

function fill(nodes) {
  const close = document.createElement('button');
  close.className = 'button';
  close.type = 'button';
  close.textContent = 'Back to the list';
  close.addEventListener('click', () => $('beside').close());
  $('beside').replaceChildren(...nodes.filter((node) => node.id !== 'beside-close'), close);
  close.id = 'beside-close';
  if (!$('beside').open) $('beside').showModal();
  $('beside').scrollTop = 0;
  tick();
}

function focusPart(part) {
  const details = part && $('beside').querySelector(`details[data-part="${part}"]`);
  if (details) {
    details.open = true;
    details.querySelector(FIELDS)?.focus();
    return;
  }
  ($('beside').querySelector('.wrongs') ?? $('beside').querySelector('h1'))?.focus();
}

async function open(row, part) {
  const link = row?.querySelector('a[data-key="m"]');
  if (!link) return;
  if (!$('beside').open) stow();
  from = row.id;
  const known = kept.get(episodeOf(row));
  if (known) {
    kept.delete(episodeOf(row));
    fill(known);
    focusPart(part);
    return;
  }
  try {
    const answer = await fetch(link.href, { cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!answer.ok || answer.redirected) throw new Error(`the server answered ${answer.status}`);
    show(await answer.text());
    focusPart(part);
  } catch {
    location.assign(link.href);
  }
}

// Words that were not sent are there again when the same patient is opened again.
function stow() {
  const act = inDialog();
  if (act && isTyped(act)) kept.set(act.dataset.episode, [...$('beside').childNodes]);
  $('beside').replaceChildren();
}

// The browser says that it was closed a little later: by then another one may be open.
function closed() {
  if ($('beside').open) return;
  stow();
  const row = from && $(from);
  (row?.querySelector('th a, [data-key]') ?? rows()[0]?.querySelector('th a, [data-key]'))?.focus();
}

function failed(form) {
  const said = form.querySelector('.not-sent') ?? document.createElement('p');
  said.className = 'wrong not-sent';
  said.setAttribute('role', 'alert');
  said.textContent = 'The server does not answer: it is not known whether this was kept. What you typed is still here.';
  form.append(said);
}

async function send(form, button) {
  const address = button?.getAttribute('formaction') ?? form.getAttribute('action');
  const body = new URLSearchParams(new FormData(form, button));
  const buttons = [...form.querySelectorAll('button')];
  buttons.forEach((each) => { each.disabled = true; });
  try {
    const answer = await fetch(address, { method: 'POST', body, signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (answer.redirected && new URL(answer.url).pathname !== '/clinic') {
      location.assign(answer.url);
    } else if (answer.redirected) {
      sent(form);
    } else if (answer.headers.get('content-type')?.startsWith('text/html')) {
      // Refused, or something came meanwhile: the page says which, with all that was typed.
      from = rowOf(form)?.id ?? from;
      show(await answer.text());
      focusPart(null);
    } else {
      failed(form);
    }
  } catch {
    failed(form);
  }
  buttons.forEach((each) => { each.disabled = false; });
}

function sent(form) {
  if ($('beside').contains(form)) {
    $('beside').replaceChildren();
    $('beside').close();
  }
  $('say-too').textContent = 'Kept.';
  changed();
}

function isAct(form) {
  return $('beside').contains(form) || form.querySelector('input[name=from][value=worklist]');
}

function submitted(event) {
  if (event.defaultPrevented || !isAct(event.target)) return;
  event.preventDefault();
  send(event.target, event.submitter);
}

// Keys: single letters, only on the list, and only while they are switched on (WCAG 2.1.4).
const keysAreOn = () => localStorage.getItem(SWITCH) !== OFF;

function showKeys() {
  $('keys-are').textContent = keysAreOn() ? 'Keys are on' : 'Keys are off';
  $('keys-switch').textContent = keysAreOn() ? 'Switch the keys off' : 'Switch the keys on';
}

function switchKeys() {
  localStorage.setItem(SWITCH, keysAreOn() ? OFF : 'on');
  showKeys();
}

function step(by) {
  const all = rows();
  const here = all.indexOf(rowOf(document.activeElement));
  const next = here < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, here + by));
  const row = all[next];
  row?.querySelector('th a, [data-key]')?.focus();
  row?.scrollIntoView({ block: 'nearest' });
}

function act(key) {
  const row = rowOf(document.activeElement) ?? rows()[0];
  if (!row) return;
  if (key === 'm' || PARTS.includes(key)) open(row, key === 'm' ? null : key);
  else if (key === 'o') row.querySelector('th a')?.click();
  else {
    const press = row.querySelector(`[data-key="${key}"]`);
    if (press?.form) press.form.requestSubmit(press);
    else press?.click();
  }
}

function pressed(event) {
  const busy = event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select, dialog, summary');
  if (busy || !keysAreOn() || event.defaultPrevented) return;
  const inList = rowOf(event.target) !== null;
  const by = { j: 1, k: -1, ...(inList ? { ArrowDown: 1, ArrowUp: -1 } : {}) }[event.key];
  if (by) step(by);
  else if ([...PARTS, 't', 'a', 'm', 'o', 'c'].includes(event.key)) act(event.key);
  else return;
  event.preventDefault();
}

/** Begins; what was kept is told to whoever shows the list. */
export function beginActs(onChange) {
  changed = onChange;
  $('keys').hidden = false;
  showKeys();
  $('keys-switch').addEventListener('click', switchKeys);
  $('beside').addEventListener('close', closed);
  document.addEventListener('submit', submitted);
  document.addEventListener('keydown', pressed);
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[data-key="m"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(rowOf(link), null);
  });
}
