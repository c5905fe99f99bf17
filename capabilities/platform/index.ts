import type { Capability } from '#engine/record/house.ts'
import { words } from '#engine/text/words.ts'
import { setPassword } from './actions/set-password.ts'
import { Role } from './records/role.ts'
import { User } from './records/user.ts'

export { builtInRoles } from './built-in-roles.ts'
export { Role, User }

export const platform: Capability = {
  name: 'platform',
  words: words('平台', 'Platform'),
  rank: 0,
  records: [User, Role],
  actions: [setPassword],
  menu: [
    { path: '/user', words: words('用户', 'Users'), icon: 'user', record: 'user', roles: ['administrator'], order: 910 },
    { path: '/role', words: words('角色', 'Roles'), icon: 'key', record: 'role', roles: ['administrator'], order: 920 },
  ],
}
