import { rule } from '#engine/access/rules.ts'
import { defineAction } from '#engine/action/define-action.ts'
import { refuse } from '#engine/action/refusal.ts'
import { notify } from '#engine/notice/notify.ts'
import { words } from '#engine/text/words.ts'
import { taskDue } from '../notices.ts'
import { Task } from '../records/task.ts'

/** Reminds whoever has to do a task; once for each moment at which it wants to be remembered, whatever number of workers see it. */
export const remindTask = defineAction('platform.remindTask', {
  on: Task,
  from: 'open',
  allow: rule.nobody,
  isUnlisted: true,
  words: { label: words('提醒', 'Remind') },
  async run({ task, store, queries, now }) {
    const { remindAt } = task
    if (!remindAt || remindAt > now)
      throw refuse('not-due', words('还没有到提醒的时间，或已经提醒过。', 'It is not time yet, or has been done.'), { status: 409 })
    await store.measure(Task, task.id, { remindedFor: remindAt })
    await notify(queries, {
      kind: taskDue,
      to: task.assignee,
      record: Task.name,
      recordId: task.id,
      args: { due: [task.dueOn, task.dueTime].filter(Boolean).join(' ') },
      key: `${task.id}:${remindAt}`,
      at: now,
    })
  },
})
