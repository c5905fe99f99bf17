import { beforeEach, describe, expect, it, vi } from 'vitest'
import { dropDraft, dropDraftsOf, keepDraft, readDraft } from './drafts.ts'

/** What a browser keeps, as far as drafts need it. */
const open = (isFull = false) => {
  const kept: Record<string, string> = {}
  const methods = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => {
      if (isFull) throw new Error('QuotaExceededError')
      kept[key] = value
    },
    removeItem: (key: string) => void delete kept[key],
  }
  for (const [name, value] of Object.entries(methods)) Object.defineProperty(kept, name, { value, enumerable: false })
  vi.stubGlobal('localStorage', kept)
  return kept
}

const day = 86_400_000
const now = 1_800_000_000_000
const draft = { at: now, version: 3, values: { name: '甲' }, left: ['mobile'] }
const edit = { user: 'u1', record: 'customer', id: 'c1' }

describe('a draft', () => {
  beforeEach(() => void open())

  it('belongs to one person, one record, one beginning', () => {
    keepDraft(edit, draft)
    expect(readDraft(edit, now)).toEqual(draft)
    expect(readDraft({ ...edit, user: 'u2' }, now)).toBeNull()
    expect(readDraft({ ...edit, id: 'c2' }, now)).toBeNull()
    keepDraft({ user: 'u1', record: 'contact', beginning: 'a' }, draft)
    expect(readDraft({ user: 'u1', record: 'contact', beginning: 'b' }, now)).toBeNull()
    expect(readDraft({ user: 'u1', record: 'contact', beginning: 'a' }, now)).toEqual(draft)
    dropDraft(edit)
    expect(readDraft(edit, now)).toBeNull()
    expect(readDraft({ user: 'u1', record: 'contact', beginning: 'a' }, now)).toEqual(draft)
  })

  it('is forgotten after two weeks, whoever opens a form then', () => {
    const kept = open()
    keepDraft(edit, draft)
    expect(readDraft(edit, now + 13 * day)).toEqual(draft)
    readDraft({ user: 'u2', record: 'contact' }, now + 14 * day)
    expect(Object.keys(kept)).toEqual([])
  })

  it('goes when its writer signs out, and is not written again by a form that closes behind him', () => {
    keepDraft(edit, draft)
    keepDraft({ ...edit, user: 'u2' }, draft)
    dropDraftsOf('u1')
    expect(keepDraft(edit, draft)).toBe(false)
    expect(readDraft({ ...edit, user: 'u2' }, now)).toEqual(draft)
    expect(readDraft(edit, now)).toBeNull()
    // Signed in again, he opens a form.
    expect(keepDraft(edit, draft)).toBe(true)
  })

  it('is not kept where the browser keeps nothing, and says so', () => {
    open(true)
    expect(keepDraft(edit, draft)).toBe(false)
    vi.stubGlobal('localStorage', undefined)
    expect(keepDraft(edit, draft)).toBe(false)
    expect(readDraft(edit, now)).toBeNull()
  })

  it('that cannot be read is none', () => {
    const kept = open()
    keepDraft(edit, draft)
    for (const key of Object.keys(kept)) kept[key] = '{broken'
    expect(readDraft(edit, now)).toBeNull()
  })
})
