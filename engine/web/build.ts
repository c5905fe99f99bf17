import { useSyncExternalStore } from 'react'

/** What the build of this page is called; nothing while developing. */
const ownBuild = () => document.querySelector<HTMLMetaElement>('meta[name="build"]')?.content

const state = { isOld: false }
const listeners = new Set<() => void>()

function tell(): void {
  if (state.isOld) return
  state.isOld = true
  for (const listen of listeners) listen()
}

/** Every answer of the server says which build is current. */
export function hearBuild(current: string | null): void {
  if (current && !state.isOld && ![current, undefined].includes(ownBuild())) tell()
}

/** Whether the server has a newer build than this page. */
export const useIsOldBuild = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => state.isOld,
  )

/** Keeps the files of this build for the next visit (over HTTPS, or on one's own machine), and notices when they are gone from the server. */
export function followBuild(): void {
  // A part of the screens that cannot be fetched any more has gone with its build.
  window.addEventListener('vite:preloadError', tell)
  if (ownBuild()) void navigator.serviceWorker?.register('/sw.js', { updateViaCache: 'none' }).catch(() => {})
}
