// Keeps the app at hand without a network: all its files of one version, taken whole or not at all. It holds
// no answer and no reply of the clinic. A newer version waits beside it until no page is busy (update.js).
// The server writes the list of the files before this, and the digest over all of them: SHELL.
const { version, files } = self.SHELL;
const OURS = 'vermilion-shell-';
const SHELL = OURS + version;

self.addEventListener('install', (event) => event.waitUntil(takeWhole()));

// Between two servers of different versions, or during a change of version, files of both could come: the
// digest over all of them is that of one version, or nothing is kept and the browser tries again later.
async function takeWhole() {
  const taken = await Promise.all(files.map(taking));
  const found = await digestOf(taken.map(({ body }) => body));
  if (found !== version) throw new Error(`the files are of version ${found}, expected ${version}`);
  const shell = await caches.open(SHELL);
  // With its headers: the policy that the page is shown under is one of them.
  await Promise.all(files.map((file, at) => shell.put(file, new Response(taken[at].body, { headers: taken[at].headers }))));
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
});

self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

async function takeOver() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== SHELL).map((name) => caches.delete(name)));
  await self.clients.claim();
}

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  const ours = event.request.method === 'GET' && url.origin === self.location.origin && files.includes(url.pathname);
  if (ours) event.respondWith(fromShell(event.request, url.pathname));
});

async function fromShell(request, path) {
  const shell = await caches.open(SHELL);
  return (await shell.match(path)) ?? fetch(request);
}
