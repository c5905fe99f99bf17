import { defineEvent } from '#engine/event/define-event.ts'
import type { Capability } from '#engine/record/house.ts'
import { words } from '#engine/text/words.ts'
import { addChoice, changeChoice, moveChoice, restoreChoice, retireChoice } from './actions/change-choices.ts'
import { createCustomField } from './actions/create-custom-field.ts'
import { editCustomField } from './actions/edit-custom-field.ts'
import { purgeField } from './actions/purge-field.ts'
import { restoreField, retireField } from './actions/retire-field.ts'
import { createChoiceList, editChoiceList, recycleChoiceList } from './actions/save-choice-list.ts'
import { createLayout, editLayout } from './actions/save-layout.ts'
import { createNumberRule, editNumberRule } from './actions/save-number-rule.ts'
import { setPassword } from './actions/set-password.ts'
import { countField, rebuildIndex } from './actions/settle-field.ts'
import { platformJobs } from './jobs.ts'
import { platformReactions } from './reactions.ts'
import { ChoiceList } from './records/choice-list.ts'
import { CustomField } from './records/custom-field.ts'
import { Layout } from './records/layout.ts'
import { NumberRule } from './records/number-rule.ts'
import { Role } from './records/role.ts'
import { User } from './records/user.ts'
import { View } from './records/view.ts'

export { builtInRoles } from './built-in-roles.ts'
export { readSetup } from './queries.ts'
export { CustomField, Role, User, View }

export const platform: Capability = {
  name: 'platform',
  words: words('平台', 'Platform'),
  rank: 0,
  records: [User, Role, CustomField, ChoiceList, Layout, NumberRule, View],
  actions: [
    setPassword,
    createCustomField,
    editCustomField,
    retireField,
    restoreField,
    purgeField,
    countField,
    rebuildIndex,
    createChoiceList,
    editChoiceList,
    recycleChoiceList,
    addChoice,
    changeChoice,
    retireChoice,
    restoreChoice,
    moveChoice,
    createLayout,
    editLayout,
    createNumberRule,
    editNumberRule,
  ],
  reactions: platformReactions,
  jobs: platformJobs,
  events: [defineEvent('user.passwordSet', words('设置密码', 'password set')), defineEvent('customField.purged', words('清除', 'purged'))],
  menu: [
    { path: '/user', words: words('用户', 'Users'), icon: 'user', record: 'user', roles: ['administrator'], order: 910 },
    { path: '/role', words: words('角色', 'Roles'), icon: 'key', record: 'role', roles: ['administrator'], order: 920 },
    { path: '/setup', words: words('设置', 'Setup'), icon: 'settings', roles: ['administrator'], order: 930 },
  ],
}
