import { hasRole } from '#engine/access/actor.ts'
import { notAllowed } from '#engine/action/refusal.ts'
import { react } from '#engine/event/react.ts'
import { notify } from '#engine/notice/notify.ts'
import { words, type Words } from '#engine/text/words.ts'
import { taskGiven, taskSettled } from './notices.ts'
import { Task } from './records/task.ts'
import { View } from './records/view.ts'

/** What a whole role sees, or finds first when it opens a list, is set by an administrator. */
const keepRoleViews = react('keep-role-views', {
  on: ['view.created', 'view.edited'],
  async together(work, event) {
    if (hasRole(work.actor, 'administrator') || !event.changes) return
    const [, roles] = event.changes.roles ?? []
    if (Array.isArray(roles) && roles.length > 0)
      throw notAllowed(words('只有管理员可以为角色设置视图。', 'Only an administrator sets views for roles.'))
    if (!event.changes.isDefault && !event.changes.shown) return
    const view = await work.store.get(View, event.recordId)
    if (view?.isDefault && view.shown !== 'me')
      throw notAllowed(
        words('只有管理员可以设置大家默认打开的视图。', 'Only an administrator sets the view that everyone opens by default.'),
      )
  },
})

/** A moment that was over before anybody asked to be reminded at it is let go; reminders that a stopped server missed are still given. */
const letPastRemindersGo = react('let-past-reminders-go', {
  on: ['task.created', 'task.edited', 'task.postponed', 'task.reopened', 'task.delegated', 'task.declined'],
  async together(work, event) {
    const task = await work.store.get(Task, event.recordId)
    if (task?.remindAt && task.remindAt <= work.now) await work.store.measure(Task, task.id, { remindedFor: task.remindAt })
  },
})

const settled: Record<string, Words> = {
  'task.completed': words('完成了', 'completed'),
  'task.cancelled': words('取消了', 'cancelled'),
  'task.reopened': words('重新打开了', 'reopened'),
}

/** Whoever gets a task is told, and whoever gave it is told what became of it. The next one of a series tells nobody anything new. */
const tellOfTasks = react('tell-of-tasks', {
  on: ['task.created', 'task.delegated', 'task.declined', ...Object.keys(settled)],
  async together(work, event) {
    const task = await work.store.get(Task, event.recordId)
    if (!task || (task.previous && event.type === 'task.created')) return
    const did = settled[event.type]
    await notify(work.queries, {
      kind: did ? taskSettled : taskGiven,
      to: did ? task.givers : task.assignee,
      record: Task.name,
      recordId: task.id,
      args: { did: did ?? (event.type === 'task.declined' ? words('退回了', 'gave back') : words('交给你', 'gave you')) },
      by: event.actorId,
      cause: event.id,
      key: event.id,
      at: event.at,
    })
  },
})

export const platformReactions = [keepRoleViews, letPastRemindersGo, tellOfTasks]
