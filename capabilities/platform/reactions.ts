import { hasRole } from '#engine/access/actor.ts'
import { notAllowed } from '#engine/action/refusal.ts'
import { react } from '#engine/event/react.ts'
import { words } from '#engine/text/words.ts'

/** What everybody of a role sees when he opens a list is set for him by an administrator. */
const keepRoleViews = react('keep-role-views', {
  on: ['view.created', 'view.edited'],
  async together(work, event) {
    const [, roles] = event.changes?.roles ?? []
    if (Array.isArray(roles) && roles.length > 0 && !hasRole(work.actor, 'administrator'))
      throw notAllowed(words('只有管理员可以为角色设置视图。', 'Only an administrator sets views for roles.'))
  },
})

export const platformReactions = [keepRoleViews]
