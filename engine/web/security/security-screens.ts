import { words } from '#engine/text/words.ts'
import { later } from '../later.tsx'
import type { Screens } from '../screens.ts'

const UserSecurity = later(() => import('./UserSecurity.tsx').then((file) => file.UserSecurity))

/** How one signs in: one's own page, that of others for administrators, and the way back for whoever has lost his password. */
export const securityScreens: Screens = {
  screens: [{ path: '/security', load: () => import('./SecurityPage.tsx') }],
  openPages: [{ path: '/recover/', load: () => import('./RecoverPage.tsx') }],
  panels: [
    {
      words: words('登录与安全', 'Sign-in and security'),
      place: 'related',
      // Administrators alone may change a user; the server asks again.
      on: (record, item) => record.name === 'user' && item.can.level === 'edit' && !item.deletedAt,
      Show: UserSecurity,
      order: 5,
    },
  ],
  commands: [
    {
      words: words('登录与安全：密码、通行密钥、两步验证、令牌', 'Sign-in and security: password, passkeys, second factor, tokens'),
      aliases: ['密码', '通行密钥', 'passkey', '令牌', '退出其他设备', 'mfa', '2fa', 'sessions', 'api token', 'dlyaq'],
      path: '/security',
    },
  ],
}
