/** Which form a draft belongs to: somebody's form for a new record, or for a change of one. */
export interface DraftPlace {
  user: string
  record: string
  /** The record that is changed; absent for a new one. */
  id?: string
  /** What a new one began with: another beginning is another draft. */
  beginning?: string
}

/** What was typed and not saved. */
export interface Draft {
  at: number
  /** The version of the record at which the change began. */
  version?: number
  values: Record<string, unknown>
  /** Names of fields that were typed into and are not kept here. */
  left: string[]
}

const prefix = 'zhike.draft.'
const longest = 14 * 86_400_000
/** Somebody has signed out: what closes behind him, in this page or another, keeps nothing any more. */
const goneKey = (user: string) => `zhike.gone.${user}`

const keyOf = ({ user, record, id, beginning }: DraftPlace) => `${prefix}${user}.${record}.${id ?? `new.${beginning ?? ''}`}`

const read = (key: string, now: number): Draft | null => {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? 'null') as Draft | null
    if (draft && now - draft.at < longest) return draft
    localStorage.removeItem(key)
  } catch {
    // No storage, or nothing in it that can be read.
  }
  return null
}

const keys = (start: string): string[] => {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(start))
  } catch {
    return []
  }
}

/** The draft of a form. Those that nobody came back to in two weeks are thrown away, whosever they are. */
export function readDraft(place: DraftPlace, now: number = Date.now()): Draft | null {
  for (const key of keys(goneKey(place.user))) localStorage.removeItem(key)
  for (const key of keys(prefix)) read(key, now)
  return read(keyOf(place), now)
}

/** Keeps a draft; false where this browser keeps nothing. */
export function keepDraft(place: DraftPlace, draft: Draft): boolean {
  try {
    if (localStorage.getItem(goneKey(place.user)) !== null) return false
    localStorage.setItem(keyOf(place), JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

export function dropDraft(place: DraftPlace): void {
  for (const key of keys(prefix)) if (key === keyOf(place)) localStorage.removeItem(key)
}

/** Somebody signs out: nothing of what he typed stays behind. */
export function dropDraftsOf(user: string): void {
  for (const key of keys(`${prefix}${user}.`)) localStorage.removeItem(key)
  try {
    localStorage.setItem(goneKey(user), '')
  } catch {
    // Where nothing can be kept there is nothing to forget.
  }
}
