import { useState, type ReactNode } from 'react'
import type { Item } from '#engine/access/present.ts'
import type { ActionDescription, RecordDescription } from '#engine/record/describe.ts'
import { useDescription } from './description.ts'
import { useLanguage } from './language.tsx'
import { later } from './later.tsx'
import { useRefresh } from './refresh.ts'
import { useUndoOf } from './undo.tsx'

const ActionDialog = later(() => import('./ActionDialog.tsx').then((file) => file.ActionDialog), { isLikely: true })
const NewRecord = later(() => import('./NewRecord.tsx').then((file) => file.NewRecord), { isLikely: true })

/** An action to be done to one record, once its questions are answered. */
interface Asked {
  record: RecordDescription
  action: ActionDescription
  item: Item
  onDone?(): void
  onClose?(): void
}

/** Asks for what an action needs, does it, reads anew what it changed, and offers the way back. The dialog is drawn by whoever asks. */
export function useAsking(): { ask(asked: Asked): void; dialog: ReactNode } {
  const { t } = useLanguage()
  const refresh = useRefresh()
  const offerUndo = useUndoOf()
  const [asked, ask] = useState<Asked | null>(null)
  if (!asked) return { ask, dialog: null }
  const { record, action, item } = asked
  const done = (operation: string) => {
    ask(null)
    refresh(record)
    if (operation) offerUndo(record, operation, t(`已${action.label.zh}`, `Done: ${action.label.en}`))
    asked.onDone?.()
  }
  const close = () => {
    ask(null)
    asked.onClose?.()
  }
  return {
    ask,
    dialog: (
      <ActionDialog
        action={action}
        on={item.id}
        version={item.version}
        item={item}
        onClose={close}
        onDone={({ operation }) => done(operation)}
      />
    ),
  }
}

/** A record to be made beside what one is looking at. */
interface Making {
  record: RecordDescription
  initial?: Record<string, unknown>
  /** The type of the record it hangs on: making it may change that one too (a first contact, the time of the last). */
  owner?: RecordDescription
  onDone?(item: Item): void
}

/** Makes a record in a drawer and reads anew what shows it. The drawer is drawn by whoever makes. */
export function useMaking(): { make(making: Making): void; drawer: ReactNode } {
  const refresh = useRefresh()
  const [making, make] = useState<Making | null>(null)
  const { data: description } = useDescription()
  if (!making) return { make, drawer: null }
  // As it is described now: an administrator may change what a form asks while it is open.
  const record = description?.records.find(({ name }) => name === making.record.name) ?? making.record
  return {
    make,
    drawer: (
      <NewRecord
        record={record}
        initial={making.initial ?? {}}
        onClose={() => make(null)}
        onDone={(item) => {
          make(null)
          refresh(record)
          if (making.owner) refresh(making.owner)
          making.onDone?.(item)
        }}
      />
    ),
  }
}
