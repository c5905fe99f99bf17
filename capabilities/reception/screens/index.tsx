import { later } from '#engine/web/later.tsx'
import { words } from '#engine/text/words.ts'
import type { Screens } from '#engine/web/screens.ts'

const DisputeEvidence = later(() => import('./DisputeEvidence.tsx').then((file) => file.DisputeEvidence))
const ReceptionOfCustomer = later(() => import('./ReceptionOfCustomer.tsx').then((file) => file.ReceptionOfCustomer))
const RulingReasons = later(() => import('./RulingReasons.tsx').then((file) => file.RulingReasons))
const WhatIf = later(() => import('./WhatIf.tsx').then((file) => file.WhatIf))

export const receptionScreens: Screens = {
  panels: [
    {
      on: (record, item) => record.name === 'customer' && ['full', 'edit'].includes(item.can.level),
      place: 'facts',
      words: words('归属', 'Whose and why'),
      order: 30,
      Show: ReceptionOfCustomer,
    },
    { on: (record) => record.name === 'ruling', place: 'main', words: words('为什么', 'Why'), order: 10, Show: RulingReasons },
    { on: (record) => record.name === 'dispute', place: 'main', words: words('证据', 'Evidence'), order: 10, Show: DisputeEvidence },
    { on: (record) => record.name === 'siteSetting', place: 'main', words: words('试算', 'What if'), order: 10, Show: WhatIf },
  ],
  screens: [{ path: '/desk', load: () => import('./DeskPage.tsx') }],
  commands: [{ words: words('接待台', 'Reception desk'), aliases: ['来访', '轮次', 'walk-in', 'desk'], path: '/desk' }],
}
