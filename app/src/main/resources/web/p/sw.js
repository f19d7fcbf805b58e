// Keeps the patient's pages at hand without a network. It holds only the shell: never an answer,
// never a reply of the clinic. The network comes first, so that a corrected page is seen at once.
const SHELL = 'vermilion-shell-1';
const FILES = [
  '/p/', '/static/tokens.css', '/static/base.css', '/static/patient.css', '/static/form.css', '/static/massage.css',
  '/static/icon.svg', '/static/p/main.js', '/static/p/dom.js', '/static/p/time.js', '/static/p/kept.js',
  '/static/p/episode.js', '/static/p/words.js', '/static/p/red-flags.js', '/static/p/pieces.js', '/static/p/today.js',
  '/static/p/questions.js', '/static/p/ask.js', '/static/p/result.js', '/static/p/massage.js', '/static/p/lips.js',
  '/static/p/course.js', '/static/p/card.js',
  '/static/p/session.js', '/static/p/countdown.js', '/static/p/tick.js', '/static/p/refusal.js', '/static/p/how.js',
  '/static/p/signs.js', '/static/p/slider.js', '/static/p/refill.js', '/static/p/plots.js', '/static/p/doctor.js', '/static/p/qr.js',
];

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(SHELL).then((shell) => shell.addAll(FILES)).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names.filter((name) => name !== SHELL).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  const shell = url.origin === self.location.origin && FILES.includes(url.pathname);
  if (event.request.method === 'GET' && shell) {
    event.respondWith(fromNetworkOrShell(event.request, url.pathname));
  }
});

async function fromNetworkOrShell(request, path) {
  const shell = await caches.open(SHELL);
  try {
    const fresh = await fetch(request);
    if (fresh.ok) {
      await shell.put(path, fresh.clone());
      return fresh;
    }
    return (await shell.match(path)) ?? fresh;
  } catch (failure) {
    const kept = await shell.match(path);
    if (kept) {
      return kept;
    }
    throw failure;
  }
}
