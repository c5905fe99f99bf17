import { rule } from '#engine/access/rules.ts'
import { choice, defineLifecycle, lifecycle, link, note, text } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'

export const upgradeLife = defineLifecycle({
  states: {
    asked: { ...words('待批', 'Asked'), color: 'info' },
    granted: { ...words('同意', 'Granted'), color: 'good' },
    refused: { ...words('不同意', 'Refused'), color: 'bad' },
  },
  initial: 'asked',
  moves: { asked: ['granted', 'refused'], granted: ['asked'], refused: ['asked'] },
})

/** Somebody asks that a customer be served as one of a higher tier. */
export const UpgradeRequest = defineRecord('upgradeRequest', {
  words: words('升级服务申请', 'Upgrade request'),
  title: 'reason',
  under: 'customer',
  fields: {
    reason: text({ zh: '理由', en: 'Reason', required: true, max: 200 }),
    customer: link('customer', { zh: '客户', en: 'Customer', required: true, fixed: true, card: true }),
    tier: choice({
      zh: '升为',
      en: 'To',
      required: true,
      fixed: true,
      open: false,
      filterable: true,
      choices: { A: words('A 重点', 'A key'), B: words('B 普通', 'B regular') },
    }),
    expects: note({ zh: '期望的服务', en: 'What is expected', max: 500 }),
    answer: text({ zh: '批复', en: 'Answer', byAction: true, max: 200 }),
    state: lifecycle(upgradeLife, { zh: '状态', en: 'State', filterable: true }),
  },
  access: {
    create: rule.either(rule.granted('create'), rule.through('edit')),
    edit: rule.through('edit'),
    recycle: rule.role('administrator'),
  },
  list: { columns: ['reason', 'customer', 'tier', 'state', 'createdBy', 'createdAt'], filters: ['state', 'tier'], sort: '-createdAt' },
  brief: ['customer', 'state'],
  form: [['customer', 'tier'], ['reason'], ['expects']],
})
