import { later } from '#engine/web/later.tsx'
import { words } from '#engine/text/words.ts'
import type { Screens } from '#engine/web/screens.ts'

const LeadScore = later(() => import('./LeadScore.tsx').then((file) => file.LeadScore))
const FormEmbed = later(() => import('./FormEmbed.tsx').then((file) => file.FormEmbed))
const ModelQuality = later(() => import('./ModelQuality.tsx').then((file) => file.ModelQuality))

export const leadScreens: Screens = {
  panels: [
    {
      on: (record, item) => record.name === 'lead' && 'score' in item,
      place: 'facts',
      words: words('评分', 'Score'),
      order: 20,
      Show: LeadScore,
    },
    {
      on: (record) => record.name === 'webForm',
      place: 'main',
      words: words('嵌入与预览', 'Embed and preview'),
      order: 10,
      Show: FormEmbed,
    },
    { on: (record) => record.name === 'leadModel', place: 'main', words: words('校准', 'Calibration'), order: 10, Show: ModelQuality },
  ],
  screens: [{ path: '/learn-leads', load: () => import('./LearnPage.tsx') }],
  commands: [
    { words: words('从过去的线索学习', 'Learn from past leads'), aliases: ['模型', '训练', 'model', 'train'], path: '/learn-leads' },
  ],
}
