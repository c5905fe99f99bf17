import { hasRole } from '#engine/access/actor.ts'
import { notAllowed } from '#engine/action/refusal.ts'
import { react } from '#engine/event/react.ts'
import { words } from '#engine/text/words.ts'
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

export const platformReactions = [keepRoleViews, letPastRemindersGo]
