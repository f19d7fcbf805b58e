// From a camera's file to a photo that is kept: what the photo page and a message share.
import { app } from './app.js';
import { draft, draftBytes, dropDraft, isDraftOnlyInPage, keepDraft } from './draft.js';

const { heldPhoto, holdPhoto, h, call, newEvent, say, send } = app;

const MOST_BYTES = 60e6;
const LEAST_WIDE = 64;
const MOST_WIDE = 4096;

// What this page can draw everywhere. Asked for by name, an iPhone or a Mac hands over its own kind (HEIC) as JPEG.
const KINDS = 'image/jpeg,image/png,image/webp';
const HEIF_BRANDS = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1'];

// The looks of photos come with the first page that needs them, and before it is drawn.
await new Promise((resolve) => {
  document.head.append(h('link', { rel: 'stylesheet', href: '/static/p/later/photo.css', onload: resolve, onerror: resolve }));
});

/** The two ways to the camera: the phone's own app takes the better picture, and asks for no permission here. */
export function cameras(taken, key = 'camera') {
  const way = (words, side, solid) => h('label', { class: `button camera ${solid ? 'button-solid' : ''}` }, words,
    h('input', { type: 'file', accept: KINDS, capture: side, class: 'away', 'data-key': `${key}-${side}`, onchange: ({ target }) => {
      if (target.files.length > 0) taken(target.files[0]);
      target.value = '';
    } }));
  return h('div', { class: 'buttons' }, way(say('photo.by-helper'), 'environment', key === 'camera'), way(say('photo.by-self'), 'user', false));
}

/**
 * The picture in a file, upright: {picture}, or {problem} in words where it cannot be used. Whatever the file
 * says it is, only a picture that this browser can draw goes on; no file is sent as it came.
 */
export async function pictureOf(file) {
  if (file.size === 0) return { problem: say('photo.empty-file') };
  if (file.size > MOST_BYTES) return { problem: say('photo.too-large', { most: MOST_BYTES / 1e6 }) };
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    if (Math.min(picture.width, picture.height) < LEAST_WIDE) return { problem: say('photo.too-small') };
    return { picture: await smaller(picture) };
  } catch {
    return { problem: say(await isHeif(file) ? 'photo.heic' : 'photo.unreadable') };
  }
}

// By its first bytes: a box `ftyp` with a brand of HEIF (ISO/IEC 23008-12), whatever its name says.
async function isHeif(file) {
  const start = new TextDecoder('latin1').decode(await file.slice(4, 12).arrayBuffer());
  return start.startsWith('ftyp') && HEIF_BRANDS.includes(start.slice(4));
}

/** Keeps what the camera gave before anything else is done with it; then as `pictureOf`. */
export async function openShot(file, name, about) {
  if (file.size > 0 && file.size <= MOST_BYTES) await keepDraft(name, await file.arrayBuffer(), about);
  return usable(name, await pictureOf(file));
}

let coming = false;

/** Stands there while the picture that was kept under a name is made once more, for a page that was loaded anew; `opened` gets what `openShot` gives. */
export function comesBack(name, opened) {
  if (!coming) {
    coming = true;
    shotAgain(name).then(opened).finally(() => { coming = false; });
  }
  return { title: say('app.wait'), kind: 'page page-photo page-waits', place: null, content: [h('h1', null, say('app.wait'))] };
}

async function shotAgain(name) {
  const bytes = await draftBytes(name);
  return usable(name, bytes ? await pictureOf(new Blob([bytes])) : { problem: say('photo.draft-lost') });
}

async function usable(name, result) {
  if (result.problem && draft(name)) await dropDraft(name);
  return result;
}

/** Where a photo is that only this page holds, in words; null where it is on the disk. */
export const onlyInPage = (name) => (isDraftOnlyInPage(name) ? h('p', { class: 'card card-same-day note', role: 'status', 'data-key': 'only-in-page' }, say('saved.in-page')) : null);

// The largest cameras give more dots than a phone can move under a finger.
async function smaller(picture) {
  const share = MOST_WIDE / Math.max(picture.width, picture.height);
  if (share >= 1) return picture;
  const less = await createImageBitmap(picture, { resizeWidth: Math.round(picture.width * share), resizeHeight: Math.round(picture.height * share), resizeQuality: 'high' });
  picture.close();
  return less;
}

/** Keeps a photo on this phone and sends it with its event as soon as it can be sent; the draft that it was goes. */
export async function keepShot(bytes, about, name) {
  const hash = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const { occurrence, ...photo } = about;
  const event = newEvent('photo-taken', { ...(occurrence ? { occurrence } : {}), photo: { ...photo, hash } });
  const kept = await holdPhoto(event.id, bytes);
  send(event);
  await dropDraft(name);
  // The draft has left room where there was none.
  if (!kept) await holdPhoto(event.id, bytes);
  return event.id;
}

/** Whether photos can be taken at all: without a secure page nothing can be sealed or summed. */
export const canTake = () => Boolean(globalThis.crypto?.subtle && globalThis.createImageBitmap);

/** A photo on a canvas, from this phone or from the clinic; its words where it cannot be had. */
export function shown(id, words, size) {
  const place = h('div', { class: size === 'small' ? 'shot shot-small' : 'shot' });
  pictureNamed(id, size).then((picture) => {
    const canvas = h('canvas', { width: picture.width, height: picture.height, role: 'img', 'aria-label': words });
    canvas.getContext('2d').drawImage(picture, 0, 0);
    place.replaceChildren(canvas);
  }).catch(() => place.replaceChildren(h('p', { class: 'soft middling' }, say('photo.no-picture'))));
  return place;
}

const pictures = new Map();

// A page that is drawn anew does not fetch a photo anew; memory alone holds it, as long as the page is open.
function pictureNamed(id, size) {
  const name = `${id} ${size ?? 'whole'}`;
  if (!pictures.has(name)) {
    const picture = bytesOf(id, size).then((bytes) => createImageBitmap(bytes));
    pictures.set(name, picture);
    picture.catch(() => pictures.delete(name));
  }
  return pictures.get(name);
}

async function bytesOf(id, size) {
  const held = await heldPhoto(id);
  if (held) return new Blob([held], { type: 'image/jpeg' });
  const response = await call(`/photos/${id}${size === 'small' ? '?size=small' : ''}`, { headers: { Accept: 'image/jpeg' } });
  if (!response.ok) throw new Error(`the photo answered ${response.status}`);
  return response.blob();
}
