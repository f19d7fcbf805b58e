// One massage session. Everything is computed from stored instants and never from ticks, so that a locked
// screen stops nothing and a killed page comes back to the right second.
import { keepForEpisode, keptForEpisode } from './episode.js';

/** The session that runs or waits for its last answers, or null. */
export const session = () => keptForEpisode('session');

export function beginSession({ minutes, where, pressure, doneToday, perDay }) {
  keepForEpisode('session', { minutes, where, pressure, number: doneToday + 1, perDay, startedAt: Date.now(), pausedAt: null, pausedMs: 0, ended: null });
}

export const lengthMs = () => session().minutes * 60000;

// A pause that is longer than the safety questions count [SD] ends the session: lips can have changed since.
const LONGEST_PAUSE_MS = 15 * 60000;

/** Whether the session was paused and forgotten. */
export const isAbandoned = () => isPaused() && Date.now() - session().pausedAt > LONGEST_PAUSE_MS;

export const isPaused = () => Boolean(session().pausedAt);

function spentMs() {
  const { startedAt, pausedAt, pausedMs } = session();
  return Math.min(lengthMs(), Math.max(0, (pausedAt ?? Date.now()) - startedAt - pausedMs));
}

export const leftMs = () => lengthMs() - spentMs();

export function togglePause() {
  const before = session();
  keepForEpisode('session', before.pausedAt
    ? { ...before, pausedMs: before.pausedMs + Date.now() - before.pausedAt, pausedAt: null }
    : { ...before, pausedAt: Date.now() });
}

/** Ends the session: `stopped` early or not, because it `hurt` or not. It ended when its time was up, not when somebody looked. */
export function endSession(stopped, hurt) {
  const running = session();
  const up = running.startedAt + running.pausedMs + lengthMs();
  const at = stopped ? Date.now() : Math.min(Date.now(), up);
  keepForEpisode('session', { ...running, ended: { seconds: Math.round(spentMs() / 1000), stopped, hurt, at: new Date(at).toISOString() } });
}
