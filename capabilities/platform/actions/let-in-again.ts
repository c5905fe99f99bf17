import { defineAction } from '#engine/action/define-action.ts'
import { refuse } from '#engine/action/refusal.ts'
import { rule } from '#engine/access/rules.ts'
import { text } from '#engine/record/fields/index.ts'
import { forgiveAttempts } from '#engine/sign-in/attempts.ts'
import { dropPasskeys } from '#engine/sign-in/passkeys.ts'
import { dropApp, dropIdleCodes } from '#engine/sign-in/second-factor.ts'
import { endSessions } from '#engine/sign-in/sessions.ts'
import { tellOwner } from '#engine/sign-in/sign-in.ts'
import { words } from '#engine/text/words.ts'
import { User } from '../records/user.ts'

const reason = text({
  zh: '原因',
  en: 'Reason',
  required: true,
  max: 200,
  hint: words('怎样确认了是本人', 'How you made sure that it is the user himself'),
})

/** Lets a user sign in again at once who is locked after too many tries. */
export const unlockUser = defineAction('platform.unlockUser', {
  on: User,
  allow: rule.role('administrator'),
  // Offered beside what it ends, where an administrator sees that a user is locked.
  isUnlisted: true,
  isFinal: true,
  words: { label: words('解除登录锁定', 'Unlock sign-in'), hint: words('多次输错后不必等待', 'No more waiting after too many failures') },
  async run({ user, queries, emit }) {
    await forgiveAttempts(queries, 'account', user.email)
    await forgiveAttempts(queries, 'code', user.id)
    emit('user.unlocked', user, User)
  },
})

/** Takes the second factor from a user who has lost his phone and his codes. His sessions end. */
export const resetSecondFactor = defineAction('platform.resetSecondFactor', {
  on: User,
  allow: rule.role('administrator'),
  isMinor: true,
  isFinal: true,
  input: { reason },
  words: { label: words('重置两步验证', 'Reset second factor') },
  async run({ user, input, queries, emit }) {
    if (!(await dropApp(queries, user.id)))
      throw refuse('no-factor', words('此用户没有开启两步验证。', 'This user has no second factor.'), { status: 409 })
    await dropIdleCodes(queries, user.id)
    await forgiveAttempts(queries, 'code', user.id)
    await endSessions(queries, user.id)
    await tellOwner(queries, user.id, words('管理员重置了您的两步验证。', 'An administrator has reset your second factor.'))
    emit('user.secondFactorReset', user, User, { reason: [null, input.reason] })
  },
})

/** Takes all passkeys from a user whose devices are lost or in other hands. His sessions end. */
export const removePasskeys = defineAction('platform.removePasskeys', {
  on: User,
  allow: rule.role('administrator'),
  isMinor: true,
  isFinal: true,
  input: { reason },
  words: { label: words('移除通行密钥', 'Remove passkeys') },
  async run({ user, input, queries, emit }) {
    const removed = await dropPasskeys(queries, user.id)
    if (removed === 0) throw refuse('no-passkeys', words('此用户没有通行密钥。', 'This user has no passkeys.'), { status: 409 })
    await dropIdleCodes(queries, user.id)
    await endSessions(queries, user.id)
    await tellOwner(queries, user.id, words('管理员移除了您的通行密钥。', 'An administrator has removed your passkeys.'))
    emit('user.passkeysRemoved', user, User, { reason: [null, input.reason], removed: [removed, 0] })
  },
})

/** Ends every session of a user. */
export const endUserSessions = defineAction('platform.endSessions', {
  on: User,
  allow: rule.role('administrator'),
  isMinor: true,
  isFinal: true,
  words: { label: words('结束全部登录', 'End all sessions') },
  async run({ user, queries, emit }) {
    const ended = await endSessions(queries, user.id)
    emit('user.sessionEnded', user, User, { ended: [null, ended] })
  },
})
