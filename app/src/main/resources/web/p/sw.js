// Keeps the app at hand without a network: all its files of one version, taken whole or not at all. It holds
// no answer and no reply of the clinic. A newer version waits beside it until no page is busy (update.js).
// The server writes the list of the files before this, and the digest over all of them: SHELL. The words of each
// language but English have a digest of their own, and only those that the patient reads are kept.
const { version, files, words } = self.SHELL;
const OURS = 'vermilion-shell-';
const SHELL = OURS + version;

self.addEventListener('install', (event) => event.waitUntil(takeWhole()));

// Between two servers of different versions, or during a change of version, files of both could come: the
// digest over all of them is that of one version, or nothing is kept and the browser tries again later.
async function takeWhole() {
  const taken = await Promise.all(files.map(taking));
  const found = await digestOf([...taken.map(({ body }) => body), ...Object.values(words)]);
  if (found !== version) throw new Error(`the files are of version ${found}, expected ${version}`);
  const shell = await caches.open(SHELL);
  // With its headers: the policy that the page is shown under is one of them.
  await Promise.all(files.map((file, at) => shell.put(file, new Response(taken[at].body, { headers: taken[at].headers }))));
  await Promise.all((await wordsKept()).map((file) => takeWords(shell, file)));
}

// The languages that an earlier version kept are kept by this one.
async function wordsKept() {
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS));
  const kept = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)));
  return [...new Set(kept.flat())].filter((file) => file in words);
}

async function takeWords(shell, file) {
  const { body, headers } = await taking(file);
  const found = await digestOf([body]);
  if (found !== words[file]) throw new Error(`${file} is of another version: ${found}, expected ${words[file]}`);
  await shell.put(file, new Response(body, { headers }));
}

async function keepWords(file) {
  const shell = await caches.open(SHELL);
  if (file in words && !(await shell.match(file))) await takeWords(shell, file);
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
  if (event.data?.words) event.waitUntil(keepWords(event.data.words).catch(() => {}));
});

self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

async function takeOver() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== SHELL).map((name) => caches.delete(name)));
  await self.clients.claim();
}

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  const ours = event.request.method === 'GET' && url.origin === self.location.origin && (files.includes(url.pathname) || url.pathname in words);
  if (ours) event.respondWith(fromShell(event.request, url.pathname));
});

async function fromShell(request, path) {
  const shell = await caches.open(SHELL);
  return (await shell.match(path)) ?? fetch(request);
}
