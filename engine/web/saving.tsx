import { App } from 'antd'
import { useState, type ReactNode } from 'react'
import type { Item } from '#engine/access/present.ts'
import type { RecordDescription } from '#engine/record/describe.ts'
import { api, Problem } from './api.ts'
import { ConflictDialog, conflictOf } from './ConflictDialog.tsx'
import { useRepeatKey } from './repeat.ts'

type Values = Record<string, unknown>

/**
 * Saves changes to a record as it was when editing began. What others changed meanwhile is merged by the server; where they changed the
 * same fields, a dialog asks which values to keep.
 */
export function useSaving(
  record: RecordDescription,
  item: Item,
  onDone: (saved: Item | null) => void,
  /** How the change is sent, where it is not by the plain way. */
  write?: (values: Values, how: { version: number; key: string }) => Promise<Item | null>,
): {
  seen: Item
  /** @param version at which the change began, where that was before the record was read: a draft. */
  save(values: Values, version?: number): Promise<void>
  dialog: ReactNode
} {
  const { message } = App.useApp()
  const keyFor = useRepeatKey()
  const [seen] = useState(item)
  const [clash, setClash] = useState<{ problem: Problem; values: Values } | null>(null)
  async function send(values: Values, version: number) {
    try {
      const isChanged = Object.keys(values).length > 0
      const key = keyFor([values, version])
      const plainly: NonNullable<typeof write> = (changed, how) => api.patch<Item>(`/records/${record.name}/${item.id}`, changed, how)
      onDone(isChanged ? await (write ?? plainly)(values, { version, key }) : null)
    } catch (problem) {
      if (!(problem instanceof Problem) || !conflictOf(problem)) throw problem
      setClash({ problem, values })
    }
  }
  const conflict = clash && conflictOf(clash.problem)
  const dialog =
    clash && conflict ? (
      <ConflictDialog
        // A second conflict is another choice, not the first one continued.
        key={conflict.version}
        conflict={conflict}
        record={record}
        onCancel={() => setClash(null)}
        onSettle={(mine) => {
          const kept = Object.entries(clash.values).filter(([name]) => !(name in conflict.current) || mine.has(name))
          setClash(null)
          send(Object.fromEntries(kept), conflict.version).catch((problem: Error) => message.error(problem.message))
        }}
      />
    ) : null
  return { seen, save: (values, version = seen.version) => send(values, version), dialog }
}
