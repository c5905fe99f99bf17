import type { Store } from '#engine/action/store.ts'
import type { RowOf } from '#engine/record/define-record.ts'
import { nextOf, readRepetition, writeRepetition } from '#engine/time/repetition.ts'
import { Task } from '../records/task.ts'

/**
 * Makes the next task of a series out of the present one, where there is a next. The rule goes over to it: whoever closes the present one
 * takes it from there, so that a series has one task that goes on.
 */
export async function makeNext(store: Store, task: RowOf<typeof Task>, today: string): Promise<void> {
  const rule = task.repeats && readRepetition(task.repeats)
  const day = task.occursOn ?? task.dueOn
  const next = rule && day ? nextOf(rule, day, today) : null
  if (!next) return
  const { title, note, about, assignee, givers, department, dueTime, priority, remind } = task
  await store.create(Task, {
    title,
    note,
    about,
    assignee,
    givers,
    department,
    priority,
    remind,
    dueOn: next.day,
    dueTime,
    occursOn: next.day,
    repeats: writeRepetition(next.repetition),
    previous: task.id,
  })
}
