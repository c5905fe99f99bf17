import { rule } from '#engine/access/rules.ts'
import { defineAction } from '#engine/action/define-action.ts'
import { badFields } from '#engine/action/refusal.ts'
import { link, text } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'
import { Task } from '../records/task.ts'
import { giversAfter, handsOf } from './task-hands.ts'

/** Gives a task to a colleague. Whoever gave it before, and whoever gives it now, goes on seeing it. */
export const delegateTask = defineAction('platform.delegateTask', {
  on: Task,
  from: 'open',
  touches: ['state', 'assignee'],
  input: {
    to: link('user', { zh: '交给', en: 'Give to', required: true }),
    note: text({ zh: '附言', en: 'Remark', max: 500 }),
  },
  words: { label: words('交办', 'Hand on'), hint: words('您仍可查看，完成时会收到通知', 'You still see it and hear when it is done') },
  async run({ task, input, store, actor }) {
    if (input.to === task.assignee) throw badFields({ to: words('已经由此人负责', 'has it already') })
    const hands = await handsOf(store, input.to, 'to')
    const givers = giversAfter(task.givers, actor, input.to)
    return store.edit(Task, task, { ...hands, givers, remark: input.note }, 'task.delegated')
  },
})

/** Gives a task back to whoever gave it, with a reason. */
export const declineTask = defineAction('platform.declineTask', {
  on: Task,
  from: 'open',
  touches: ['state', 'assignee'],
  when: { field: 'givers', op: 'notEmpty' },
  allow: rule.owns('assignee'),
  input: { reason: text({ zh: '原因', en: 'Reason', required: true, max: 500 }) },
  words: { label: words('退回', 'Decline'), hint: words('回到交办人那里', 'Goes back to whoever gave it') },
  async run({ task, input, store }) {
    const to = task.givers.at(-1)!
    const hands = await handsOf(store, to, 'reason')
    return store.edit(Task, task, { ...hands, givers: task.givers.filter((giver) => giver !== to), remark: input.reason }, 'task.declined')
  },
})
