// A photo that she took and has not sent: sealed on this phone from the moment the camera gives it, since that
// camera may keep no copy. A page that is loaded anew, or ended under her, goes on where it was.
import { app } from './app.js';

const { dropForEpisode, heldPhoto, holdPhoto, isOnlyInPage, keepForEpisode, keptForEpisode, letGoOf, link } = app;

const idOf = (name) => `draft ${link.episode} ${name}`;

/** What is known of the photo that is kept under a name, or null where there is none. */
export const draft = (name) => keptForEpisode(`draft.${name}`);

/** Keeps a photo under a name, with what is known of it; done when it is on the disk, or when the phone has refused it. */
export async function keepDraft(name, bytes, about) {
  keepForEpisode(`draft.${name}`, about);
  await holdPhoto(idOf(name), bytes);
}

/** The bytes of a photo, or null where only a page held them that is gone. */
export const draftBytes = (name) => heldPhoto(idOf(name));

/** Whether closing the page would lose it. */
export const isDraftOnlyInPage = (name) => isOnlyInPage(idOf(name));

/** Forgets a photo: it is on its way, or she does not want it. */
export async function dropDraft(name) {
  dropForEpisode(`draft.${name}`);
  await letGoOf(idOf(name));
}
