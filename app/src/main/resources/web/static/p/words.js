// Levels in their order, and the small words that pages make of numbers and names.
import { say } from './say.js';

export const LEVELS = ['self-care', 'routine', 'soon', 'same-day', 'urgent', 'emergency'];

export function atLeast(level, other) {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(other);
}

// The questions whose worst answer means the emergency number and not the clinic's line (clinical brief 3:
// eye, brain, airway). Used only while no server can be asked; the ids never change.
export const EMERGENCY_QUESTIONS = ['vision', 'stroke', 'airway', 'collapse', 'hives', 'self-harm'];

export function firstName(name) {
  return name.trim().split(/\s+/)[0];
}

export function greeting(hour, name) {
  if (hour >= 5 && hour < 12) return say('today.morning', { name });
  if (hour >= 12 && hour < 18) return say('today.afternoon', { name });
  if (hour >= 18 && hour < 23) return say('today.evening', { name });
  return say('today.hello', { name });
}

export function dayWord(day) {
  return day === 0 ? say('time.day-of') : say('time.day', { day });
}

export function ordinal(number) {
  return [say('time.first'), say('time.second'), say('time.third'), say('time.fourth')][number - 1] ?? say('time.later', { number });
}

export const minutesWord = (minutes) => say('time.minutes', { count: Number(minutes) });

export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A number that does not break over two lines. */
export function whole(number) {
  return number.replaceAll(' ', '\u00a0');
}

export function telephone(number) {
  return `tel:${number.replace(/[^+0-9]/g, '')}`;
}
