// The photos that the clinic does not have yet: sealed on this phone until it does, and not a moment longer.
// The bytes go up beside the queue and never in it: a red flag must not wait behind a photo.
import { call, flush, link, settle, waiting } from './episode.js';
import { theVault } from './kept.js';
import { say } from './say.js';

const UPLOAD_MS = 120000;

const inMemory = new Map();
const atClinic = new Set();
let uploading = false;

/** Keeps a photo until the clinic has it; says whether the phone could write it down. */
export async function holdPhoto(id, bytes) {
  inMemory.set(id, bytes);
  try {
    if (!theVault()) return false;
    await theVault().keepPhoto(id, bytes);
    inMemory.delete(id);
    return true;
  } catch {
    // The phone is full or keeps nothing: memory holds it, and the page says so.
    return false;
  }
}

/** The bytes of a photo that this phone holds, or null. */
export async function heldPhoto(id) {
  if (inMemory.has(id)) return inMemory.get(id);
  try {
    return theVault() ? await theVault().photo(id) : null;
  } catch {
    return null;
  }
}

/** Whether closing the page would lose this photo. */
export const isOnlyInPage = (id) => inMemory.has(id);

/** Forgets a photo that the clinic has, or has refused. */
export async function letGoOf(id) {
  inMemory.delete(id);
  try {
    await theVault()?.dropPhoto(id);
  } catch {
    // It stays sealed until the patient signs out on this phone.
  }
}

/** Forgets every photo that only memory holds: this phone is no more the patient's. */
export function letGoOfAll() {
  inMemory.clear();
  atClinic.clear();
}

/** Whether an event may be sent now: one of a photo comes after its bytes. */
export const mayGo = (event) => !event.photo || atClinic.has(event.id);

/** Sends the bytes that wait, one photo after the other, then the events that tell of them. */
export async function sendPhotos() {
  const photos = waiting().filter((event) => !mayGo(event));
  if (uploading || photos.length === 0 || !navigator.onLine) return;
  uploading = true;
  let there = 0;
  try {
    for (const event of photos) {
      const refused = await upload(event);
      if (refused) await settle(event, refused);
      else there += 1;
    }
  } catch {
    // No network, or the server is silent: the next look at the queue tries again.
  }
  uploading = false;
  if (there > 0) await flush();
}

// Null when the clinic has it; the refusal when it will never take it. Throws where nobody can know.
async function upload(event) {
  const bytes = await heldPhoto(event.id);
  if (!bytes) return { outcome: 'refused', why: say('saved.photo-lost') };
  const response = await call(`/photos?id=${event.id}`, { method: 'POST', headers: { 'Content-Type': 'image/jpeg' }, body: bytes, waitMs: UPLOAD_MS });
  if ([401, 403, 404, 410].includes(response.status)) {
    link.refused = response.status;
    throw new Error(`the link is refused: ${response.status}`);
  }
  if (response.ok) {
    atClinic.add(event.id);
    return null;
  }
  const problem = await response.json().catch(() => ({}));
  return { outcome: 'refused', why: problem.detail ?? problem.title ?? say('net.answered', { status: response.status }) };
}
