import type { Page } from 'playwright-core'

/**
 * Counts what somebody does with his hands from here on: a click or a tap, a key that does something, a text typed in one go. What the jobs
 * of every day cost stands in `docs/daily-jobs.md`.
 */
export async function countDeeds(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const deeds = { n: 0, field: null as EventTarget | null }
    const count = () => {
      deeds.n += 1
      deeds.field = null
    }
    addEventListener('pointerdown', count, true)
    addEventListener(
      'keydown',
      ({ key, ctrlKey, metaKey }) => {
        const isHeld = ['Control', 'Shift', 'Alt', 'Meta'].includes(key)
        if (!isHeld && (key.length > 1 || ctrlKey || metaKey)) count()
      },
      true,
    )
    addEventListener(
      'input',
      (event) => {
        if (!(event instanceof InputEvent) || deeds.field === event.target) return
        count()
        deeds.field = event.target
      },
      true,
    )
    Object.assign(window, { deeds })
  })
  return () => page.evaluate(() => (window as unknown as { deeds: { n: number } }).deeds.n)
}
