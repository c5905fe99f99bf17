import { hasRole } from '#engine/access/actor.ts'
import { notAllowed } from '#engine/action/refusal.ts'
import { react } from '#engine/event/react.ts'
import { View } from './records/view.ts'
import { words } from '#engine/text/words.ts'

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

export const platformReactions = [keepRoleViews]
