import { lazy, Suspense, useState, type ComponentType, type FunctionComponent, type ReactNode } from 'react'

/** What is likely to be wanted next, in the order in which it was named. */
const likely: (() => Promise<unknown>)[] = []

/**
 * A part of the screens whose code is fetched when it is first shown. What is `likely` to be wanted soon is fetched before, in a quiet
 * moment, and then shows without a flicker.
 */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  { meanwhile = null, isLikely = false }: { meanwhile?: ReactNode; isLikely?: boolean } = {},
): FunctionComponent<P> {
  const known: { Show?: ComponentType<P> } = {}
  const fetchOnce = async () => ({ default: (known.Show ??= await load()) })
  const Fetched = lazy(fetchOnce) as unknown as ComponentType<P>
  if (isLikely) likely.push(fetchOnce)
  return function Later(props: P) {
    // Chosen once: another kind of element later on would lose what its reader has typed.
    const [Show] = useState(() => known.Show ?? Fetched)
    return Show === Fetched ? (
      <Suspense fallback={meanwhile}>
        <Fetched {...props} />
      </Suspense>
    ) : (
      <Show {...props} />
    )
  }
}

const whenQuiet = (work: () => void) => ('requestIdleCallback' in window ? requestIdleCallback(work) : setTimeout(work, 300))

/** Fetches what is likely to be wanted next, one part after the other, as long as nothing else is to be done. */
export function fetchLikely(): void {
  const [next, ...rest] = likely.splice(0)
  if (!next) return
  whenQuiet(() => {
    // A browser may take a part that it could not fetch for lost until the page is opened anew: without a network nothing is asked for.
    if (!navigator.onLine) {
      likely.push(next, ...rest)
      return addEventListener('online', fetchLikely, { once: true })
    }
    likely.push(...rest)
    // What cannot be fetched now is asked for again when it is needed, and says then what is wrong.
    void next().then(fetchLikely, fetchLikely)
  })
}
