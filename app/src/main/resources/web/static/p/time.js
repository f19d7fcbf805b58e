// Times as a patient reads them: on her own clock, with the day only where it is needed.
import { locale, say } from './say.js';

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

// Numbers to reckon with are always written in the same way; words are in the patient's language.
const PLAIN = 'en-GB';

function parts(at, options, tongue = PLAIN) {
  return new Intl.DateTimeFormat(tongue, { timeZone: zone, hourCycle: 'h23', ...options }).format(at);
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
  return parts(at, { weekday: 'long' }, locale());
}

// How a day is called: {kind, day} with the kind "today", "near", "weekday" within six days, else "date".
function dayOf(iso) {
  const at = Date.parse(iso);
  const days = daysFromToday(at);
  if (days === 0) return { kind: 'today', day: say('time.today') };
  if (days === -1) return { kind: 'near', day: say('time.yesterday') };
  if (days === 1) return { kind: 'near', day: say('time.tomorrow') };
  if (Math.abs(days) <= 6) return { kind: 'weekday', day: weekday(at) };
  return { kind: 'date', day: date(at) };
}

/** "14:20" today, "yesterday 14:20", "Friday 14:20", "3 December 14:20". */
export function when(iso) {
  const { kind, day } = dayOf(iso);
  return say(`time.at-${kind}`, { day, time: clock(iso) });
}

/** The same with "from" before it. */
export function from(iso) {
  const { kind, day } = dayOf(iso);
  return say(`time.from-${kind}`, { day, time: clock(iso) });
}

/** The same with "since" before it. */
export function since(iso) {
  const { kind, day } = dayOf(iso);
  return say(`time.since-${kind}`, { day, time: clock(iso) });
}

/** "3 December", with the year when it is another one. */
export function date(at) {
  const sameYear = parts(at, { year: 'numeric' }) === parts(now(), { year: 'numeric' });
  return parts(at, { day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) }, locale());
}

/** "until 22:30", "until Friday", "until 3 December": the time only where the day is near. */
export function until(iso) {
  const { kind, day } = dayOf(iso);
  return say(`time.until-${kind}`, { day, time: clock(iso) });
}

/** "from 22:30", "from Friday": as coarse as the end. */
export function fromDay(iso) {
  const { kind, day } = dayOf(iso);
  return kind === 'weekday' || kind === 'date' ? say(`time.from-day-${kind}`, { day }) : from(iso);
}

/** "until today", "until Friday": the day alone. */
export function untilDay(iso) {
  const { kind, day } = dayOf(iso);
  return kind === 'weekday' || kind === 'date' ? say(`time.until-${kind}`, { day }) : say('time.until-day-near', { day });
}

/** "in 40 min", "in 3 h": never finer than it matters. */
export function inWords(iso) {
  const minutes = Math.max(0, Math.ceil((Date.parse(iso) - now()) / 60000));
  if (minutes < 90) return say('time.in-minutes', { count: minutes });
  const hours = Math.round(minutes / 60);
  return hours < 36 ? say('time.in-hours', { count: hours }) : say('time.in-days', { count: Math.round(hours / 24) });
}

/** Since when, by the clock of this phone, something on it is so. */
export function sinceHere(at) {
  return say('time.since-today', { time: parts(at + ahead, { hour: '2-digit', minute: '2-digit' }) });
}
