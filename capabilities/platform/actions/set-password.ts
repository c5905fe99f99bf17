import { defineAction } from '#engine/action/define-action.ts'
import { refuse } from '#engine/action/refusal.ts'
import { rule } from '#engine/access/rules.ts'
import { text } from '#engine/record/fields/index.ts'
import { keepPassword } from '#engine/sign-in/passwords.ts'
import { words } from '#engine/text/words.ts'
import { User } from '../records/user.ts'

/** Gives a user a new password; his sessions end. One's own is changed where the old one is asked for. */
export const setPassword = defineAction('platform.setPassword', {
  on: User,
  allow: rule.role('administrator'),
  isMinor: true,
  input: { password: text({ zh: '新密码', en: 'New password', required: true, max: 200, secret: true }) },
  words: { label: words('设置密码', 'Set password') },
  async run({ user, actor, input, queries, emit }) {
    if (user.id === actor.id)
      throw refuse('own-password', words('自己的密码在“登录与安全”中更换。', 'Change your own password under "Sign-in and security".'), {
        status: 409,
      })
    await keepPassword(queries, user.id, input.password)
    emit('user.passwordSet', user, User)
  },
})
