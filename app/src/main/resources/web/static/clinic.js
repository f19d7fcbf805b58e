// Keeps the clinic's pages true while they are open: the time left goes on, and the worklist is live
// (worklist.js). Without this script every page works, only not by itself.

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

// The clinic's server decides what time it is: this machine's clock may be wrong.
let ahead = 0;

export function toldTime(text) {
  if (text) ahead = Date.parse(text) - Date.now();
}

export function serverTime() {
  return Date.now() + ahead;
}

export function tick() {
  for (const each of document.querySelectorAll('[data-due]')) {
    const seconds = Math.floor((Date.parse(each.dataset.due) - serverTime()) / 1000);
    const words = timeLeft(seconds);
    if (each.textContent !== words) each.textContent = words;
    each.classList.toggle('left-over', seconds <= 0);
  }
  for (const bar of document.querySelectorAll('[data-until]')) {
    const until = Date.parse(bar.dataset.until);
    const share = (until - serverTime()) / Math.max(1, until - Date.parse(bar.dataset.from));
    bar.setAttribute('width', String(Math.round(100 * Math.min(1, Math.max(0, share)))));
  }
}

// What belongs to a choice is shown only when it is chosen.
function showWhen() {
  for (const part of document.querySelectorAll('[data-when]')) {
    const [name, value] = part.dataset.when.split('=');
    part.hidden = part.closest('form').querySelector(`input[name="${name}"]:checked`)?.value !== value;
  }
}

toldTime(document.body.dataset.now);
document.addEventListener('change', showWhen);
showWhen();
document.querySelector('.wrongs')?.focus();
const live = document.getElementById('live');
if (live) import('/static/worklist.js');
if (document.querySelector('form[data-challenge]')) import('/static/passkey.js');
if (document.querySelector('[data-due]') || live) setInterval(tick, 1000);
tick();

// An access code behind the # of a link never reaches a server or a log: it is put into the field, taken
// out of the address, and sent as if it had been typed.
const code = document.getElementById('password');
if (code && location.hash.length > 1) {
  code.value = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
  code.form.submit();
}
