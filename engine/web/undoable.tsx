import { api } from './api.ts'
import { useComplain, useUndoOffer } from './undo.tsx'

/** Does things and offers to take them back; what is refused is said. */
export function useUndoable(onChanged: () => void) {
  const offerUndo = useUndoOffer()
  const complain = useComplain()
  const offer = (operation: string | null, words: string) => offerUndo(operation, words, onChanged)
  return {
    offer,
    complain,
    /** Performs an action; whether it was done. */
    async act(name: string, body: { on?: string; input?: Record<string, unknown> }, words: string, version?: number): Promise<boolean> {
      try {
        const answer = await api.post<{ operation: string | null }>(`/actions/${name}`, body, version === undefined ? {} : { version })
        offer(answer.operation, words)
        onChanged()
        return true
      } catch (error) {
        complain(error)
        return false
      }
    },
  }
}
