import { newKey, withQuery } from './api.ts'

/**
 * One stream for everything that is open in this window: a browser allows few connections to one server, and every window has a bell.
 * Whoever wants to hear says so; the stream is opened anew when the wishes change, and the old one goes when the new one is there.
 */

/** What one part of the screen wants to hear. */
export interface Wish {
  /** Records by "customer:id". */
  watch: readonly string[]
  /** Lists by the name of their record type. */
  lists: readonly string[]
  changed?(change: { record: string; id: string; root: { record: string; id: string } }): void
  /** Somebody came to a record or left it. */
  present?(place: { record: string; id: string }): void
  stale?(record: string): void
  notices?(): void
  /** What lists, forms and pages look like has changed, or what may be seen. */
  shaped?(): void
  /** The stream was away for a while: what happened meanwhile was not heard. */
  missed?(): void
  /** A stream was opened, or closed while the page stays: time to say what this page does. */
  speak?(): void
}

/** This page among all pages of all browsers. A page that was left and comes back is another one. */
let page = newKey()
export const pageName = () => page
export function renewPage(): void {
  page = newKey()
  if (source) plan()
}

const wishes = new Set<Wish>()
let source: EventSource | undefined
let address: string | undefined
let planned: ReturnType<typeof setTimeout> | undefined
/** How long to wait before a stream that was refused is asked for again, in ms; what happens meanwhile is not heard. */
let patience = 0
let hiding: ReturnType<typeof setTimeout> | undefined

const all = (pick: (wish: Wish) => readonly string[]) => [...new Set([...wishes].flatMap(pick))].sort().join()

function close(): void {
  source?.close()
  source = undefined
  address = undefined
}

/** The server counts what it hears after a stream has ended: so it is said a moment later. */
const speakSoon = () =>
  setTimeout(() => {
    for (const wish of wishes) wish.speak?.()
  }, 500)

function leaveStream(): void {
  close()
  speakSoon()
}

function open(): void {
  planned = undefined
  if (wishes.size === 0) return close()
  const wanted = withQuery('/api/v1/live', { page, watch: all((wish) => wish.watch), lists: all((wish) => wish.lists) })
  if (wanted === address || document.hidden) return
  const before = source
  const next = new EventSource(wanted)
  address = wanted
  source = next
  let times = 0
  next.addEventListener('ready', () => {
    before?.close()
    speakSoon()
    times += 1
    const wasAway = times > 1 || patience > 0
    patience = 0
    // The browser connects again by itself; only we know that something may have been missed.
    if (wasAway) for (const wish of wishes) wish.missed?.()
  })
  next.addEventListener('error', () => {
    if (next.readyState !== EventSource.CLOSED) return
    before?.close()
    if (source !== next) return
    close()
    // Refused, as by a server without its database, the browser gives up for good. We do not.
    patience = Math.min(15_000, patience * 2 || 1000)
    planned ??= setTimeout(open, patience * (0.5 + Math.random() / 2))
  })
  next.addEventListener('changed', (event) => {
    const change = JSON.parse((event as MessageEvent<string>).data) as Parameters<NonNullable<Wish['changed']>>[0]
    for (const wish of wishes) wish.changed?.(change)
  })
  next.addEventListener('presence', (event) => {
    const place = JSON.parse((event as MessageEvent<string>).data) as Parameters<NonNullable<Wish['present']>>[0]
    for (const wish of wishes) wish.present?.(place)
  })
  next.addEventListener('stale', (event) => {
    const { record } = JSON.parse((event as MessageEvent<string>).data) as { record: string }
    for (const wish of wishes) if (wish.lists.includes(record)) wish.stale?.(record)
  })
  next.addEventListener('shaped', () => {
    for (const wish of wishes) wish.shaped?.()
  })
  next.addEventListener('notices', () => {
    for (const wish of wishes) wish.notices?.()
  })
}

// What leaves the screen and what comes onto it in the same moment makes one new stream.
const plan = () => (planned ??= setTimeout(open, 30))

// A window that nobody looks at needs no stream; it looks again when it is looked at.
document.addEventListener('visibilitychange', () => {
  clearTimeout(hiding)
  if (document.hidden) hiding = setTimeout(leaveStream, 30_000)
  else if (!source && wishes.size > 0) {
    open()
    for (const wish of wishes) wish.missed?.()
  }
})

/** Hears what is wished until the answer is called. */
export function listen(wish: Wish): () => void {
  wishes.add(wish)
  plan()
  return () => {
    wishes.delete(wish)
    plan()
  }
}
