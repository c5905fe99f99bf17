import { words } from '#engine/text/words.ts'
import { later } from '../later.tsx'
import type { Screens } from '../screens.ts'

const UserRights = later(() => import('./UserRights.tsx').then((file) => file.UserRights))

/** Why rights are as they are, and what is taken out under them. */
export const rightsScreens: Screens = {
  screens: [{ path: '/exports', load: () => import('./ExportsPage.tsx') }],
  panels: [
    {
      words: words('权限：为什么能或不能', 'Rights: why he may or may not'),
      place: 'related',
      // Administrators alone may change a user; the server asks again.
      on: (record, item) => record.name === 'user' && item.can.level === 'edit' && !item.deletedAt,
      Show: UserRights,
      order: 3,
    },
  ],
  commands: [
    {
      words: words('导出与申请', 'Exports and requests'),
      aliases: ['导出', '批准', 'export', 'approval', 'dc'],
      path: '/exports',
    },
  ],
}
