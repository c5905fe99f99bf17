import { hasRole } from '#engine/access/actor.ts'
import { badFields, notAllowed } from '#engine/action/refusal.ts'
import { react } from '#engine/event/react.ts'
import { endSessions } from '#engine/sign-in/sessions.ts'
import { fill, words } from '#engine/text/words.ts'
import { Task } from './records/task.ts'
import { View } from './records/view.ts'
import { lostCodes, mayBecome } from './rules/custom-field.ts'

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

/** Nothing that records hold is lost by a change of a field or of its choices, nor by taking such a change back. */
const keepValues = react('keep-values-of-fields', {
  on: ['customField.edited', 'choiceList.edited'],
  async together(_, event) {
    const { kind, choices } = event.changes ?? {}
    if (kind && !mayBecome(kind[0] as string, kind[1] as string))
      throw badFields({
        kind: words(
          '已填的值会丢失；只能把文本改为长文本、整数改为数字、单选改为多选',
          'values would be lost; only text becomes long text, a whole number a number, one choice several choices',
        ),
      })
    type Rows = { code: string }[]
    const lost = choices ? lostCodes((choices[0] as Rows | null) ?? [], (choices[1] as Rows | null) ?? []) : []
    if (lost.length > 0)
      throw badFields({
        choices: fill(
          words('选项“{code}”可能正在使用：可以停用，不能删除', 'the choice "{code}" may be in use: it can be retired, not removed'),
          {
            code: lost[0]!,
          },
        ),
      })
  },
})

/** Whatever has changed what a field wants of indexes, an undo included: the background brings them to it. */
const keepIndexes = react('keep-indexes-of-fields', {
  on: ['customField.created', 'customField.edited', 'customField.recycled', 'customField.restored'],
  async after(runtime, { changes }) {
    const isAboutIndex = ['isIndexed', 'indexState', 'kind', 'deletedAt'].some((name) => name in (changes ?? {}))
    if (isAboutIndex) await runtime.enqueue(runtime.database, 'keep-field-indexes', {})
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

/** Whoever leaves is out for good: switched on again one day, he signs in anew. */
const endSessionsOfWhoeverLeft = react('end-sessions-of-whoever-left', {
  on: ['user.edited', 'user.recycled'],
  async together({ queries }, { type, recordId, changes }) {
    if (type === 'user.recycled' || changes?.isActive?.[1] === false) await endSessions(queries, recordId)
  },
})

export const platformReactions = [keepRoleViews, keepValues, keepIndexes, letPastRemindersGo, endSessionsOfWhoeverLeft]
