import { hasRole } from '#engine/access/actor.ts'
import { badFields, notAllowed } from '#engine/action/refusal.ts'
import { react } from '#engine/event/react.ts'
import { fill, words } from '#engine/text/words.ts'
import { lostCodes, mayBecome } from './rules/custom-field.ts'

/** What everybody of a role sees when he opens a list is set for him by an administrator. */
const keepRoleViews = react('keep-role-views', {
  on: ['view.created', 'view.edited'],
  async together(work, event) {
    const [, roles] = event.changes?.roles ?? []
    if (Array.isArray(roles) && roles.length > 0 && !hasRole(work.actor, 'administrator'))
      throw notAllowed(words('只有管理员可以为角色设置视图。', 'Only an administrator sets views for roles.'))
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

export const platformReactions = [keepRoleViews, keepValues, keepIndexes]
