// Times as a patient reads them: on her own clock, with the day only where it is needed.

let zone = 'UTC';
let ahead = 0;

/** Sets the patient's zone and how far the clinic's clock is ahead of this phone's, in milliseconds. */
export function setClock(patientZone, serverNow, receivedAt) {
  zone = patientZone;
  ahead = Date.parse(serverNow) - receivedAt;
}

/** Now, by the clinic's clock, in milliseconds. */
export function now() {
  return Date.now() + ahead;
}

function parts(at, options) {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', ...options }).format(at);
}

const dateKey = (at) => parts(at, { year: 'numeric', month: '2-digit', day: '2-digit' }).split('/').reverse().join('-');

function daysFromToday(at) {
  return Math.round((Date.parse(dateKey(at)) - Date.parse(dateKey(now()))) / 86400000);
}

/** 14:20 */
export function clock(iso) {
  return parts(Date.parse(iso), { hour: '2-digit', minute: '2-digit' });
}

export function hourNow() {
  return Number(parts(now(), { hour: '2-digit' }));
}

export function weekday(at) {
  return parts(at, { weekday: 'long' });
}

/** "14:20" today, "yesterday 14:20", "Friday 14:20", "3 December 14:20". */
export function when(iso) {
  const day = dayOf(iso);
  return day === 'today' ? clock(iso) : `${day} ${clock(iso)}`;
}

/** "today", "yesterday", "tomorrow", "Friday" within six days, else "3 December". */
export function dayOf(iso) {
  const at = Date.parse(iso);
  const days = daysFromToday(at);
  if (days === 0) return 'today';
  if (days === -1) return 'yesterday';
  if (days === 1) return 'tomorrow';
  if (Math.abs(days) <= 6) return weekday(at);
  return date(at);
}

/** "3 December", with the year when it is another one. */
export function date(at) {
  const sameYear = parts(at, { year: 'numeric' }) === parts(now(), { year: 'numeric' });
  return parts(at, { day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) });
}

/** "until 22:30", "until Friday", "until 3 December": the time only where the day is today. */
export function until(iso) {
  const day = dayOf(iso);
  return day === 'today' || day === 'tomorrow' ? when(iso) : day;
}

/** "in 40 min", "in 3 h": never finer than it matters. */
export function inWords(iso) {
  const minutes = Math.max(0, Math.ceil((Date.parse(iso) - now()) / 60000));
  if (minutes < 90) return `in ${minutes} min`;
  const hours = Math.round(minutes / 60);
  return hours < 36 ? `in ${hours} h` : `in ${Math.round(hours / 24)} days`;
}

/** The clock of this phone, for what happened on it. */
export function phoneClock(at) {
  return parts(at + ahead, { hour: '2-digit', minute: '2-digit' });
}
