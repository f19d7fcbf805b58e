// Keeps the clinic's pages true while they are open: the time left goes on, the worklist asks again,
// and when it cannot, it says since when. Without this script every page works, only not by itself.

const ASK_MS = 15000;
const HOUR = 3600;

// The same words as TimeLeft on the server.
function timeLeft(seconds) {
  if (seconds <= 0) {
    const minutes = Math.floor(-seconds / 60);
    return minutes < 60 ? `${minutes} min over` : `${Math.floor(minutes / 60)} h over`;
  }
  const hours = Math.floor(seconds / HOUR);
  const minutes = Math.floor((seconds % HOUR) / 60);
  if (hours === 0) return `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
  return hours < 10 ? `${hours} h ${String(minutes).padStart(2, '0')}` : `${hours} h`;
}

const live = document.getElementById('live');
// The clinic's server decides what time it is: this machine's clock may be wrong.
function aheadOf(body) {
  return body.dataset.now ? Date.parse(body.dataset.now) - Date.now() : 0;
}

let ahead = aheadOf(document.body);
let heardAt = Date.now();
let silentSince = null;

function tick() {
  for (const each of document.querySelectorAll('[data-due]')) {
    const seconds = Math.floor((Date.parse(each.dataset.due) - Date.now() - ahead) / 1000);
    const words = timeLeft(seconds);
    if (each.textContent !== words) each.textContent = words;
    each.classList.toggle('left-over', seconds <= 0);
  }
  if (live) {
    const seconds = Math.round((Date.now() - heardAt) / 1000);
    live.className = silentSince ? 'not-live' : 'live';
    const words = silentSince ? `not live: no answer since ${silentSince}` : seconds < 20 ? 'live' : `last answer ${seconds} s ago`;
    if (live.textContent !== words) live.textContent = words;
  }
}

// Where the keyboard is in the list, as a selector that finds the same place in the next list.
function placeOf(element) {
  if (!document.getElementById('list').contains(element)) return null;
  const within = element.closest('form');
  return within ? `form[action="${CSS.escape(within.getAttribute('action'))}"] button` : `a[href="${CSS.escape(element.getAttribute('href') ?? '')}"]`;
}

async function ask() {
  if (document.visibilityState !== 'visible') return;
  try {
    const response = await fetch(location.pathname, { cache: 'no-store', redirect: 'error', signal: AbortSignal.timeout(10000) });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const fresh = page.getElementById('list');
    const old = document.getElementById('list');
    heardAt = Date.now();
    silentSince = null;
    ahead = aheadOf(page.body);
    const held = placeOf(document.activeElement);
    old.replaceWith(fresh);
    if (held) fresh.querySelector(held)?.focus();
  } catch {
    silentSince ??= new Date(Date.now() + ahead).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  }
  tick();
}

// What belongs to a choice is shown only when it is chosen.
function showWhen() {
  for (const part of document.querySelectorAll('[data-when]')) {
    const [name, value] = part.dataset.when.split('=');
    part.hidden = part.closest('form').querySelector(`input[name="${name}"]:checked`)?.value !== value;
  }
}

document.addEventListener('change', showWhen);
showWhen();
document.querySelector('.wrongs')?.focus();
if (document.querySelector('[data-due]') || live) setInterval(tick, 1000);
tick();
if (live) setInterval(ask, ASK_MS);

// An access code behind the # of a link never reaches a server or a log: it is put into the field, taken
// out of the address, and sent as if it had been typed.
const code = document.getElementById('password');
if (code && location.hash.length > 1) {
  code.value = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
  code.form.submit();
}
