import { defineAction } from '#engine/action/define-action.ts'
import { text } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'
import { Task } from '../records/task.ts'
import { makeNext } from './next-task.ts'

/** Done. One of a series makes the next. */
export const completeTask = defineAction('platform.completeTask', {
  on: Task,
  from: 'open',
  to: 'done',
  input: { result: text({ zh: '结果', en: 'Result', max: 500 }) },
  words: { label: words('完成', 'Complete') },
  async run({ task, input, store, today }) {
    await makeNext(store, task, today)
    return store.edit(Task, task, { state: 'done', repeats: null, remark: input.result ?? task.remark }, 'task.completed')
  },
})

/** It need not be done. A series goes on with the next. */
export const cancelTask = defineAction('platform.cancelTask', {
  on: Task,
  from: 'open',
  to: 'cancelled',
  input: { reason: text({ zh: '原因', en: 'Reason', max: 500 }) },
  words: {
    label: words('取消', 'Cancel'),
    hint: words('重复的任务只取消这一次', 'Of a series only this one is cancelled'),
  },
  async run({ task, input, store, today }) {
    await makeNext(store, task, today)
    return store.edit(Task, task, { state: 'cancelled', repeats: null, remark: input.reason ?? task.remark }, 'task.cancelled')
  },
})

/** It has to be done after all. The series has gone on without it. */
export const reopenTask = defineAction('platform.reopenTask', {
  on: Task,
  from: ['done', 'cancelled'],
  to: 'open',
  words: { label: words('重新打开', 'Reopen') },
  run: ({ task, store }) => store.edit(Task, task, { state: 'open', occursOn: null }, 'task.reopened'),
})

/** The present one is the last of its series. */
export const stopRepeating = defineAction('platform.stopRepeating', {
  on: Task,
  from: 'open',
  when: { field: 'repeats', op: 'notEmpty' },
  words: { label: words('不再重复', 'Stop repeating') },
  run: ({ task, store }) => store.edit(Task, task, { repeats: null, occursOn: null }),
})
