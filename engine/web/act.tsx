import { App } from 'antd'
import type { RecordDescription } from '#engine/record/describe.ts'
import type { ActionAnswer } from './ActionDialog.tsx'
import { api, Problem } from './api.ts'
import { useRefresh } from './refresh.ts'
import { useUndoOf } from './undo.tsx'

/** One thing to be done to one record, and what is said when it is. */
interface Act {
  record: RecordDescription
  action: string
  item: { id: string; version: number }
  input?: Record<string, unknown>
  said: string
}

/** Does an action that needs no asking, in one tap: says what was done, with the way back, or why it was not. */
export function useAct(): (act: Act) => Promise<boolean> {
  const { message } = App.useApp()
  const refresh = useRefresh()
  const offerUndo = useUndoOf()
  return async ({ record, action, item, input = {}, said }) => {
    try {
      const answer = await api.post<ActionAnswer>(`/actions/${action}`, { on: item.id, input }, { version: item.version })
      offerUndo(record, answer.operation, said)
      return true
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
      message.error(Object.values(problem.fields)[0] ?? problem.message)
      return false
    } finally {
      // Where somebody was faster, what he did is what one wants to see.
      refresh(record)
    }
  }
}
