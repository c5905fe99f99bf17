import { defineAction } from '#engine/action/define-action.ts'
import { badFields } from '#engine/action/refusal.ts'
import { words, type Words } from '#engine/text/words.ts'
import { anchorRepetition, readRepetition, writeRepetition } from '#engine/time/repetition.ts'
import { Task } from '../records/task.ts'
import { refuseTask } from '../rules/task-days.ts'
import { giversAfter, handsOf } from './task-hands.ts'

/** A new task, for oneself or given to a colleague. A repetition takes from the due day what its rule leaves open. */
export const createTask = defineAction('task.create', {
  creates: Task,
  words: { label: words('新建任务', 'New task') },
  async run({ input, store, actor }) {
    const given = input as { assignee?: string | null; dueOn?: string; dueTime?: string; repeats?: string; remind?: string }
    const { dueOn = null, dueTime = null, repeats = null, remind = null } = given
    const faults = refuseTask({ dueOn, dueTime, repeats, remind })
    if (Object.keys(faults).length > 0) throw badFields(faults as Record<string, Words>)
    const rule = repeats && dueOn ? writeRepetition(anchorRepetition(readRepetition(repeats)!, dueOn)) : null
    const hands = await handsOf(store, given.assignee ?? actor.id, 'assignee')
    return store.create(Task, {
      ...given,
      ...hands,
      givers: giversAfter([], actor, hands.assignee),
      repeats: rule,
      occursOn: rule ? dueOn : null,
    } as never)
  },
})
