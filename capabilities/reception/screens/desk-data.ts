import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import type { Words } from '#engine/text/words.ts'
import { api, newKey, Problem } from '#engine/web/api.ts'
import { useLive } from '#engine/web/live.ts'
import type { Answer, Step } from '../rules/case.ts'
import type { Presence } from '../rules/rotation.ts'

export interface RingSlot {
  user: string
  name: string
  presence: Presence
  owed: number
  skips: number
  turns: number
}

export interface Visit {
  id: string
  customer: { id: string; name: string } | null
  receiver: { id: string; name: string } | null
  register: 'walkIn' | 'callIn'
  state: 'waiting' | 'receiving' | 'done' | 'gone'
  at: string
  source: string | null
  grade: string | null
  turn: number | null
  rule: string | null
  because: Words | null
  ruling: string | null
}

export interface Picture {
  shift: { id: string; name: string; begins: string; ends: string; version: number }
  now: string
  isDesk: boolean
  me: string
  onTurn: string | null
  standby: string | null
  ring: RingSlot[]
  visits: Visit[]
  bySource: { register: string; source: string | null; n: number }[]
}

export interface KnownFile {
  salesperson: { id: string; name: string }
  at: string
  register: string
  validThrough: string
  isValid: boolean
}

export interface KnownVisitor {
  id: string
  name: string
  contact: string | null
  files: KnownFile[]
}

export interface Asked {
  rule: string
  receiver: string | null
  waits: boolean
  turn: 'none' | 'rotation' | 'own'
  owner: string | null
  commission: { user: string | null; percent: string }[]
  steps: Step[]
  because: Words
  names: Record<string, string>
}

export const useShifts = () =>
  useQuery({
    queryKey: ['related', 'shift', 'today'],
    queryFn: ({ signal }) => api.get<{ today: string; items: { id: string; name: string }[] }>('/reception/shifts', { signal }),
  })

/** The shift as it is this moment, on all windows at once. */
export function usePicture(shift: string | undefined) {
  useLive(shift ? [{ record: 'shift', id: shift }] : [], [])
  return useQuery({
    queryKey: ['record', 'shift', shift, 'picture'],
    queryFn: ({ signal }) => api.get<Picture>(`/reception/shifts/${shift}`, { signal }),
    enabled: Boolean(shift),
  })
}

export const useKnown = (shift: string, q: string) =>
  useQuery({
    queryKey: ['reception', 'known', shift, q],
    queryFn: ({ signal }) => api.get<{ items: KnownVisitor[] }>('/reception/known', { query: { q, shift }, signal }),
    enabled: q.trim().length >= 2,
    placeholderData: (before) => before,
  })

/** Who would receive, asked anew whenever an answer or the ring changes. */
export const useAsked = (shift: string, version: number, customer: string | null, answer: Answer | null) =>
  useQuery({
    queryKey: ['reception', 'ask', shift, version, customer, answer],
    queryFn: ({ signal }) => api.post<Asked>(`/reception/shifts/${shift}/ask`, { customer, answer }, { signal }),
    enabled: answer !== null,
    placeholderData: (before) => before,
  })

/** A deed at the desk: sent once, and the picture is read anew whatever comes of it. */
export function useDeed(picture: Picture) {
  const client = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: ({ action, input }: { action: string; input: object }) =>
      api.post<{ items: { id: string }[] }>(
        `/actions/reception.${action}`,
        { on: picture.shift.id, input },
        { version: picture.shift.version, key: newKey() },
      ),
    onError: (problem: unknown) =>
      void message.error(problem instanceof Problem ? (Object.values(problem.fields)[0] ?? problem.message) : String(problem)),
    onSettled: () => client.invalidateQueries({ queryKey: ['record', 'shift', picture.shift.id] }),
  })
}
