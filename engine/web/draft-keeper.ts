import { useEffect, useState } from 'react'
import type { FieldDescription } from '#engine/record/describe.ts'
import { useDescription } from './description.ts'
import { dropDraft, keepDraft, readDraft, type Draft, type DraftPlace } from './drafts.ts'

type Values = Readonly<Record<string, unknown>>

/** Keeps what is typed into one form until it is saved or given up. */
export interface DraftKeeper {
  /** What was there when the form opened. */
  restored: Draft | null
  /** Whether a field's value may lie in the browser: not what is guarded or secret. */
  holds(name: string): boolean
  /** Whether this browser keeps anything at all. */
  works(): boolean
  /** The values that differ from the saved ones; written a moment later. */
  keep(changed: Values): void
  /** Forgets what is there; what is typed from now on is kept again. */
  discard(): void
  /** It is saved or given up: nothing more is kept. */
  finish(): void
  /** Writes what waits: whether there is a draft now, and which fields were typed into that it may not hold. */
  settle(): { isKept: boolean; left: readonly string[] }
}

const pause = 400

function openKeeper(place: DraftPlace, fields: readonly FieldDescription[], version: number | undefined): DraftKeeper {
  const closed = new Set(fields.filter((field) => field.guarded || field.secret).map((field) => field.name))
  const restored = readDraft(place)
  let waiting: Values | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false
  let isThere = restored !== null
  let left: string[] = []
  let works = true
  let began = restored?.version ?? version
  const write = () => {
    clearTimeout(timer)
    if (isOver || !waiting) return
    const entries = Object.entries(waiting)
    const kept = entries.filter(([name]) => !closed.has(name))
    waiting = null
    left = entries.flatMap(([name]) => (closed.has(name) ? [name] : []))
    if (kept.length === 0) {
      dropDraft(place)
      isThere = false
      return
    }
    works = keepDraft(place, {
      at: Date.now(),
      ...(began === undefined ? {} : { version: began }),
      values: Object.fromEntries(kept),
      left,
    })
    isThere = works
  }
  return {
    restored,
    holds: (name) => !closed.has(name),
    works: () => works,
    keep(changed) {
      waiting = changed
      clearTimeout(timer)
      timer = setTimeout(write, pause)
    },
    discard() {
      clearTimeout(timer)
      waiting = null
      isThere = false
      began = version
      left = []
      dropDraft(place)
    },
    finish() {
      isOver = true
      clearTimeout(timer)
      dropDraft(place)
    },
    settle() {
      write()
      return { isKept: isThere && !isOver, left }
    },
  }
}

/**
 * The keeper of a form's draft, for whoever is signed in. What waits is written when the page is hidden, when it is left and when the form
 * closes.
 * @param version of the record that is changed.
 */
export function useDraft(place: Omit<DraftPlace, 'user'>, fields: readonly FieldDescription[], version?: number): DraftKeeper {
  const { data } = useDescription()
  const [keeper] = useState(() => openKeeper({ ...place, user: data!.me.id }, fields, version))
  useEffect(() => {
    const settle = () => void keeper.settle()
    document.addEventListener('visibilitychange', settle)
    addEventListener('pagehide', settle)
    return () => {
      document.removeEventListener('visibilitychange', settle)
      removeEventListener('pagehide', settle)
      settle()
    }
  }, [keeper])
  return keeper
}
