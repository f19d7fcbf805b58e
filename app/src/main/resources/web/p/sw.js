// Keeps the app at hand without a network: all its files of one version, taken whole or not at all. It holds
// no answer and no reply of the clinic. A newer version waits beside it until no page is busy (update.js).
// The server writes the list of the files before this, and the digest over all of them: SHELL. The words of each
// language but English, and pages that few open, have a digest of their own and are kept once they were asked for.
const { version, files, later } = self.SHELL;
const OURS = 'vermilion-shell-';
const SHELL = OURS + version;
const LATER = '/static/p/later/';

self.addEventListener('install', (event) => event.waitUntil(takeWhole()));

// Between two servers of different versions, or during a change of version, files of both could come: the
// digest over all of them is that of one version, or nothing is kept and the browser tries again later.
async function takeWhole() {
  const taken = await Promise.all(files.map(taking));
  const found = await digestOf([...taken.map(({ body }) => body), ...Object.values(later)]);
  if (found !== version) throw new Error(`the files are of version ${found}, expected ${version}`);
  const shell = await caches.open(SHELL);
  // With its headers: the policy that the page is shown under is one of them.
  await Promise.all(files.map((file, at) => shell.put(file, new Response(taken[at].body, { headers: taken[at].headers }))));
  await Promise.all((await laterKept()).map((file) => takeLater(shell, file)));
}

// What an earlier version kept because it was asked for is kept by this one; of the pages all or none, as they share
// modules.
async function laterKept() {
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS));
  const kept = (await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)))).flat();
  const pagesToo = kept.some((file) => file.startsWith(LATER));
  return Object.keys(later).filter((file) => kept.includes(file) || (pagesToo && file.startsWith(LATER)));
}

async function takeLater(shell, file) {
  const { body, headers } = await taking(file);
  const found = await digestOf([body]);
  if (found !== later[file]) throw new Error(`${file} is of another version: ${found}, expected ${later[file]}`);
  await shell.put(file, new Response(body, { headers }));
}

// A name that ends with a stroke is all below it.
async function keepLater(name) {
  const shell = await caches.open(SHELL);
  const named = Object.keys(later).filter((file) => file === name || (name.endsWith('/') && file.startsWith(name)));
  await Promise.all(named.map(async (file) => { if (!(await shell.match(file))) await takeLater(shell, file); }));
}

// Read to its end at once: answers that wait unread would hold all connections, and none would ever end.
async function taking(file) {
  const answer = await fetch(file, { cache: 'no-cache' });
  if (!answer.ok) throw new Error(`${file} answered ${answer.status}`);
  return { body: await answer.blob(), headers: answer.headers };
}

async function digestOf(bodies) {
  const digest = await crypto.subtle.digest('SHA-256', await new Blob(bodies).arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

self.addEventListener('message', (event) => {
  if (event.data === 'take over') self.skipWaiting();
  // What fails now is asked for again when the app is opened the next time.
  if (event.data?.keep) event.waitUntil(keepLater(event.data.keep).catch(() => {}));
});

self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

async function takeOver() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== SHELL).map((name) => caches.delete(name)));
  await self.clients.claim();
}

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  const ours = event.request.method === 'GET' && url.origin === self.location.origin && (files.includes(url.pathname) || url.pathname in later);
  if (ours) event.respondWith(fromShell(event.request, url.pathname));
});

// A page that is fetched later comes in the version of the app that opens it, or not at all.
async function fromShell(request, path) {
  const shell = await caches.open(SHELL);
  const kept = await shell.match(path);
  if (kept || !path.startsWith(LATER)) return kept ?? fetch(request);
  await takeLater(shell, path);
  return shell.match(path);
}
