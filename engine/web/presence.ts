import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Doing, Present } from '#engine/access/presence.ts'
import { api } from './api.ts'
import { listen, pageName, renewPage } from './live-stream.ts'

const every = 15_000

interface Place {
  record: string
  id: string
  /** How many parts of the page show it, and how many change it. */
  viewing: number
  editing: number
  /** What was told last, and whether it is on its way: told one after the other, so that the last word is the last. */
  told: Doing | 'gone'
  telling: Promise<void>
  timer: ReturnType<typeof setInterval> | undefined
}

const places = new Map<string, Place>()

/** Who does not look does not view; a form half filled in stays one, also in the background. */
const doingAt = ({ viewing, editing }: Place): Doing | 'gone' =>
  editing > 0 ? 'editing' : viewing > 0 && document.visibilityState === 'visible' ? 'viewing' : 'gone'

const urlOf = ({ record, id }: Place) => `/records/${record}/${id}/presence`

function tell(place: Place): void {
  const doing = doingAt(place)
  place.told = doing
  place.telling = place.telling.then(() => api.post<void>(urlOf(place), { page: pageName(), doing }).catch(() => undefined))
}

/** Says what has changed, and goes on saying so while it lasts. Parts of a page come and go within a moment: that is waited for. */
function settle(place: Place): void {
  const doing = doingAt(place)
  if (doing !== place.told) tell(place)
  if (doing !== 'gone') place.timer ??= setInterval(() => tell(place), every)
  else {
    clearInterval(place.timer)
    place.timer = undefined
    if (place.viewing + place.editing === 0) places.delete(`${place.record}:${place.id}`)
    if (places.size === 0) {
      stopHearing?.()
      stopHearing = undefined
    }
  }
}

/** A page that is left is hidden after that: what it then says of itself counts no more, unless it comes back. */
let isLeft = false

function settleAll(event: Event): void {
  if (event.type === 'pageshow' && isLeft) {
    isLeft = false
    renewPage()
  }
  if (!isLeft) places.forEach(settle)
}

/** The page goes: the browser still sends this when nothing of it runs any more. */
export function leaveAll(event?: Event): void {
  if (event?.type === 'pagehide') isLeft = true
  else setTimeout(renewPage)
  for (const place of places.values())
    if (place.told !== 'gone') {
      place.told = 'gone'
      void api.post<void>(urlOf(place), { page: pageName(), doing: 'left' }, { keepalive: true }).catch(() => undefined)
    }
}

let isListening = false
let stopHearing: (() => void) | undefined

/** A stream that was lost took with it what this page had said; a new one is told again. */
const speak = () => {
  for (const place of places.values()) if (doingAt(place) !== 'gone') tell(place)
}

function announce(record: string, id: string, doing: Doing): () => void {
  if (!isListening) {
    isListening = true
    document.addEventListener('visibilitychange', settleAll)
    addEventListener('pagehide', leaveAll)
    addEventListener('pageshow', settleAll)
  }
  const key = `${record}:${id}`
  const place = places.get(key) ?? { record, id, viewing: 0, editing: 0, told: 'gone', telling: Promise.resolve(), timer: undefined }
  places.set(key, place)
  stopHearing ??= listen({ watch: [], lists: [], speak })
  place[doing] += 1
  setTimeout(() => settle(place), 20)
  return () => {
    place[doing] -= 1
    setTimeout(() => settle(place), 20)
  }
}

/** Lets others know that this page shows or changes a record, for as long as it does. Without an id there is nothing to show yet. */
export function useAnnounced(record: string, id: string | undefined, doing: Doing): void {
  useEffect(() => (id ? announce(record, id, doing) : undefined), [record, id, doing])
}

/** Who else has a record open. Told of every coming and going by the live stream; whoever vanished without a word is missed in time. */
export function usePresent(record: string, id: string): readonly Present[] {
  const { data } = useQuery({
    queryKey: ['presence', record, id],
    queryFn: ({ signal }) => api.get<{ people: Present[] }>(`/records/${record}/${id}/presence`, { signal }),
    refetchInterval: (query) => (query.state.data?.people.length ? 20_000 : false),
    retry: false,
  })
  return data?.people ?? []
}
