// Keeps the files that make up the screens, so that they are there at once; never an answer of the API, and never a page: pages come from the
// server or not at all, so that nobody works with yesterday's product. The build writes `shell` above this text and strips the types.

declare const shell: {
  /** What this build is called. */
  build: string
  /** The files that every page needs. */
  files: string[]
}

/** The little of a service worker's world that is used here; its own library of types does not go together with that of pages. */
interface Worker {
  addEventListener(type: 'install' | 'activate', listen: (event: { waitUntil(work: Promise<unknown>): void }) => void): void
  addEventListener(type: 'fetch', listen: (event: { request: Request; respondWith(answer: Promise<Response>): void }) => void): void
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
}

const worker = self as unknown as Worker
const kept = `zhike-${shell.build}`

worker.addEventListener('install', (event) => {
  // A new build takes the place of the old one at once; pages of the old one are told so and load anew when their reader wants it.
  event.waitUntil(
    caches
      .open(kept)
      .then((cache) => cache.addAll(shell.files))
      .then(() => worker.skipWaiting()),
  )
})

worker.addEventListener('activate', (event) => {
  const clear = async () => {
    for (const name of await caches.keys()) if (name.startsWith('zhike-') && name !== kept) await caches.delete(name)
    await worker.clients.claim()
  }
  event.waitUntil(clear())
})

/** Files named by their content never change: what is kept is right. */
async function fileOf(request: Request): Promise<Response> {
  const cache = await caches.open(kept)
  const there = await cache.match(request)
  if (there) return there
  const answer = await fetch(request)
  if (answer.ok) await cache.put(request, answer.clone())
  return answer
}

/** A page, or an honest word that the server cannot be reached. */
const pageOf = (request: Request): Promise<Response> =>
  fetch(request).catch(async () => (await caches.match('/offline.html')) ?? Response.error())

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin || pathname.startsWith('/api/')) return
  if (request.mode === 'navigate') event.respondWith(pageOf(request))
  else if (shell.files.includes(pathname) || pathname.startsWith('/assets/')) event.respondWith(fileOf(request))
})
