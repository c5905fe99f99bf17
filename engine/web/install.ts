import { useSyncExternalStore } from 'react'

/** The browser's offer to install the page on the device; not every browser makes one. */
interface Offer extends Event {
  prompt(): Promise<unknown>
}

const kept: { offer: Offer | null } = { offer: null }
const listeners = new Set<() => void>()

const keep = (offer: Offer | null) => {
  kept.offer = offer
  for (const listen of listeners) listen()
}

/** The browser makes its offer once, soon after the page is there. */
export function awaitOffer(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    keep(event as Offer)
  })
  window.addEventListener('appinstalled', () => keep(null))
}

/** Installs the product on this device; undefined where the browser offers no way to. */
export function useInstall(): (() => void) | undefined {
  const offer = useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => kept.offer,
  )
  return offer
    ? () => {
        keep(null)
        void offer.prompt()
      }
    : undefined
}
