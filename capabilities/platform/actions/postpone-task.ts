import { defineAction } from '#engine/action/define-action.ts'
import { badFields } from '#engine/action/refusal.ts'
import { choice, day } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'
import { Task } from '../records/task.ts'
import { postponedTo, postponements, refusePostponement } from '../rules/task-days.ts'

/** Puts a task off. What is late counts from today; of a series only this one moves. */
export const postponeTask = defineAction('platform.postponeTask', {
  on: Task,
  from: 'open',
  touches: ['state', 'dueOn'],
  input: {
    by: choice({ zh: '推后', en: 'Put off', required: true, choices: postponements }),
    on: day({ zh: '日期', en: 'Day', onlyWhen: { field: 'by', is: ['on'] } }),
  },
  words: { label: words('推后', 'Postpone') },
  run({ task, input, store, today }) {
    const to = postponedTo(task.dueOn, today, input.by, input.on)
    const refusal = refusePostponement(task.dueOn, to)
    if (refusal) throw badFields({ on: refusal })
    return store.edit(Task, task, { dueOn: to }, 'task.postponed')
  },
})
