import { useEffect, useEffectEvent } from 'react'
import { goKey, screenMeaning, type ScreenMeaning } from './keys.ts'

/** What the screens that are open can do, the newest last. */
const doing = new Map<ScreenMeaning, (() => void)[]>()

/** Lets a key of the screens do something as long as a part of them is shown; nothing where there is nothing to do. */
export function useKey(meaning: ScreenMeaning, act: (() => void) | undefined): void {
  const latest = useEffectEvent(() => act?.())
  const isThere = act !== undefined
  useEffect(() => {
    if (!isThere) return
    const own = () => latest()
    doing.set(meaning, [...(doing.get(meaning) ?? []), own])
    return () =>
      void doing.set(
        meaning,
        doing.get(meaning)!.filter((other) => other !== own),
      )
  }, [meaning, isThere])
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type)) ||
    ['combobox', 'textbox', 'searchbox', 'menu', 'menuitem', 'listbox'].includes(target.getAttribute('role') ?? ''))

/** A window lies over the screen and takes the keys. */
const isCovered = (): boolean => [...document.querySelectorAll('.ant-modal-wrap, .ant-drawer-mask')].some((mask) => mask.checkVisibility())

const patience = 1500

/** Hears the keys of the screens. `go` follows the letter of a menu entry and says whether there is one. */
export function useScreenKeys(go: (letter: string) => boolean): void {
  const follow = useEffectEvent(go)
  useEffect(() => {
    let goingSince = -Infinity
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isTyping(event.target) || isCovered()) return
      const isGoing = event.timeStamp - goingSince < patience
      goingSince = -Infinity
      if (isGoing && !event.ctrlKey && !event.metaKey && follow(event.key)) return event.preventDefault()
      if (event.key === goKey && !event.ctrlKey && !event.metaKey && !event.altKey) {
        goingSince = event.timeStamp
        return
      }
      const meaning = screenMeaning(event)
      const act = meaning && doing.get(meaning)?.at(-1)
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [])
}
