import { defineAction } from '#engine/action/define-action.ts'
import { keepPassword } from '#engine/access/credentials.ts'
import { rule } from '#engine/access/rules.ts'
import { text } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'
import { User } from '../records/user.ts'

/** Gives a user a new password; his other sessions end. */
export const setPassword = defineAction('platform.setPassword', {
  on: User,
  allow: rule.either(rule.role('administrator'), rule.owns('id')),
  input: { password: text({ zh: '新密码', en: 'New password', required: true, max: 200, secret: true }) },
  words: { label: words('设置密码', 'Set password') },
  async run({ user, input, queries, emit }) {
    await keepPassword(queries, user.id, input.password)
    emit('user.passwordSet', user, User)
  },
})
