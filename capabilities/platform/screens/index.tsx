import { words } from '#engine/text/words.ts'
import type { Screens } from '#engine/web/screens.ts'

export const screens: Screens = {
  screens: [{ path: '/setup', load: () => import('./SetupScreen.tsx') }],
  commands: [
    {
      words: words('设置字段、选项、布局和编号', 'Set up fields, choices, layouts and numbers'),
      aliases: ['设置', '自定义字段', '选项', '布局', '编号', 'setup', 'custom fields', 'choice lists', 'layout', 'numbers'],
      path: '/setup',
    },
  ],
}
