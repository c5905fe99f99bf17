import { defineEvent } from '#engine/event/define-event.ts'
import type { Capability } from '#engine/record/house.ts'
import { words } from '#engine/text/words.ts'
import { createCustomField } from './actions/create-custom-field.ts'
import { setPassword } from './actions/set-password.ts'
import { CustomField } from './records/custom-field.ts'
import { Role } from './records/role.ts'
import { User } from './records/user.ts'
import { View } from './records/view.ts'
import { platformReactions } from './reactions.ts'

export { builtInRoles } from './built-in-roles.ts'
export { CustomField, Role, User, View }

export const platform: Capability = {
  name: 'platform',
  words: words('平台', 'Platform'),
  rank: 0,
  records: [User, Role, CustomField, View],
  actions: [setPassword, createCustomField],
  reactions: platformReactions,
  events: [defineEvent('user.passwordSet', words('设置密码', 'password set'))],
  menu: [
    { path: '/user', words: words('用户', 'Users'), icon: 'user', record: 'user', roles: ['administrator'], order: 910 },
    { path: '/role', words: words('角色', 'Roles'), icon: 'key', record: 'role', roles: ['administrator'], order: 920 },
    {
      path: '/customField',
      words: words('自定义字段', 'Custom fields'),
      icon: 'settings',
      record: 'customField',
      roles: ['administrator'],
      order: 930,
    },
    { path: '/view', words: words('视图', 'Views'), icon: 'settings', record: 'view', roles: ['administrator'], order: 940 },
  ],
}
