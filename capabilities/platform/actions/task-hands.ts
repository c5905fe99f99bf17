import { systemActor, type Actor } from '#engine/access/actor.ts'
import { badFields } from '#engine/action/refusal.ts'
import type { Store } from '#engine/action/store.ts'
import { words } from '#engine/text/words.ts'
import { User } from '../records/user.ts'

/** What a task keeps of whoever has to do it. Refuses a colleague who is not at work here any more. */
export async function handsOf(store: Store, id: string, field: string): Promise<{ assignee: string; department: string | null }> {
  const user = await store.get(User, id)
  if (!user?.isActive) throw badFields({ [field]: words('此用户已停用', 'this user has been switched off') })
  return { assignee: id, department: user.department }
}

/** Those who gave a task, after one more gives it to somebody: the last one comes last, and whoever has to do it is not among them. */
export const giversAfter = (givers: readonly string[], { id }: Actor, assignee: string): string[] =>
  [...givers.filter((giver) => giver !== id), ...(id === systemActor.id ? [] : [id])].filter((giver) => giver !== assignee)
