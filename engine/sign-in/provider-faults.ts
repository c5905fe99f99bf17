import { words, type Words } from '#engine/text/words.ts'

/** Why somebody who comes back from a provider is not let in. The page is told the code alone, and says the words in its own language. */
export const providerFaults = {
  'step-over': words('登录已超时，请重新开始。', 'This sign-in has run out of time; begin again.'),
  'provider-off': words('这种登录方式没有启用。', 'This way of signing in is not switched on.'),
  'provider-denied': words('登录已取消，或被对方拒绝。', 'The sign-in was called off, or refused by the other side.'),
  'provider-failed': words('对方的回答无法核对，没有登录。', 'The answer of the other side could not be checked; you are not signed in.'),
  'provider-email': words(
    '对方没有给出已验证的邮箱，让管理员在身份提供方处核对。',
    'The other side gave no verified e-mail; have an administrator look into it there.',
  ),
  'provider-domain': words('您的邮箱不属于这个登录方式的域名。', 'Your e-mail is not of a domain that signs in this way.'),
  'provider-unknown': words('这里没有您的用户，让管理员为您建立。', 'There is no user for you here; ask an administrator to make one.'),
  'provider-other': words(
    '您的用户已连接另一个账号，让管理员先断开。',
    'Your user is connected with another account; have an administrator disconnect it first.',
  ),
  'provider-user-off': words('您的用户已停用。', 'Your user has been switched off.'),
  'not-you': words('登录的不是同一个人，没有确认。', 'It was somebody else who signed in; nothing is confirmed.'),
  'address-refused': words(
    '身份提供方的地址不允许访问，让管理员检查。',
    'The address of the provider may not be reached; have an administrator look.',
  ),
  'outside-unreachable': words('身份提供方无法连接，稍后再试。', 'The provider cannot be reached; try again later.'),
  'outside-too-slow': words('身份提供方没有及时回答，稍后再试。', 'The provider did not answer in time; try again later.'),
  'outside-too-large': words(
    '身份提供方的回答太大，让管理员检查。',
    'The answer of the provider is too large; have an administrator look.',
  ),
  'too-many-attempts': words('尝试次数过多，稍后再试。', 'Too many attempts; try again later.'),
} satisfies Record<string, Words>

export type ProviderFault = keyof typeof providerFaults

export const isProviderFault = (code: string): code is ProviderFault => Object.hasOwn(providerFaults, code)
