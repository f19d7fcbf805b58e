// The words that no data brings. Plain, short, never a comfort that is not known.

export const LEVELS = ['self-care', 'routine', 'soon', 'same-day', 'urgent', 'emergency'];

const TITLES = {
  'emergency': 'Call the emergency number now',
  'urgent': "Call the clinic's emergency line now",
  'same-day': 'A clinician will contact you today',
  'soon': 'The clinic will contact you within 2 days',
  'routine': 'Your practitioner will look at this at your review',
  'self-care': 'Commonly expected at this time',
};

export const LEVEL_WORDS = {
  'emergency': 'emergency', 'urgent': 'urgent', 'same-day': 'same day', 'soon': 'soon', 'routine': 'review', 'self-care': 'expected',
};

export function titleOf(level) {
  return TITLES[level] ?? TITLES.urgent;
}

export function atLeast(level, other) {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(other);
}

// The questions whose worst answer means the emergency number and not the clinic's line (clinical brief 3:
// eye, brain, airway). Used only while no server can be asked; the ids never change.
export const EMERGENCY_QUESTIONS = ['vision', 'stroke', 'airway', 'collapse', 'hives', 'self-harm'];

export function firstName(name) {
  return name.trim().split(/\s+/)[0];
}

export function greeting(hour) {
  if (hour >= 5 && hour < 12) return 'Good morning';
  if (hour >= 12 && hour < 18) return 'Good afternoon';
  if (hour >= 18 && hour < 23) return 'Good evening';
  return 'Hello';
}

export function dayWord(day) {
  return day === 0 ? 'Day of your treatment' : `Day ${day}`;
}

const ORDINALS = ['first', 'second', 'third', 'fourth'];

export function ordinal(number) {
  return ORDINALS[number - 1] ?? `${number}th`;
}

export function minutesWord(minutes) {
  return Number(minutes) === 1 ? '1 minute' : `${minutes} minutes`;
}

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
