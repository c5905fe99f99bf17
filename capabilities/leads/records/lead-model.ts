import { rule } from '#engine/access/rules.ts'
import { decimal, defineLifecycle, instant, integer, lifecycle, rows, sequence, text } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'

const modelLife = defineLifecycle({
  states: {
    candidate: { ...words('待启用', 'Not in use'), color: 'waiting' },
    active: { ...words('使用中', 'In use'), color: 'good' },
    retired: { ...words('停用', 'Retired'), color: 'plain' },
  },
  initial: 'candidate',
  moves: { candidate: ['active', 'retired'], active: ['retired'], retired: ['active'] },
})

const keepers = rule.role('administrator', 'director')
const figure = (zh: string, en: string, zhHint: string, enHint: string) =>
  decimal({ zh, en, byAction: true, places: 3, hint: words(zhHint, enHint) })

/** What was learned from leads that were won and lost, and how good it is. The weights themselves stand beside. */
export const LeadModel = defineRecord('leadModel', {
  words: words('成交模型', 'Lead model'),
  title: 'number',
  fields: {
    number: sequence('M{year}-{000}', { zh: '版本', en: 'Version', card: true }),
    trainedAt: instant({ zh: '学习时间', en: 'Learned', byAction: true, sortable: true, card: true }),
    leads: integer({ zh: '线索数', en: 'Leads', byAction: true, min: 0 }),
    won: integer({ zh: '其中成交', en: 'Of which won', byAction: true, min: 0 }),
    auc: figure('AUC', 'AUC', '成交的排在未成交之前的可能；0.5 等于瞎猜', 'How often a won lead stands above a lost one; 0.5 is a guess'),
    lift: figure('前 20% 提升', 'Lift of the top fifth', '前 20% 的成交率是平均的几倍', 'How much more often the best fifth is won'),
    accuracy: figure('准确率', 'Accuracy', '以 50% 为界判断对的比例', 'Right with one half as the limit'),
    brier: figure('Brier', 'Brier', '预测与结果之差的平方，越小越好', 'Mean squared miss: the less the better'),
    calibration: rows(
      {
        said: integer({ zh: '预测 %', en: 'Said %', min: 0, max: 100 }),
        came: integer({ zh: '实际 %', en: 'Came true %', min: 0, max: 100 }),
        leads: integer({ zh: '线索数', en: 'Leads', min: 0 }),
      },
      { zh: '校准', en: 'Calibration', byAction: true, inPanel: true, max: 10 },
    ),
    heaviest: rows(
      { fact: text({ zh: '因素', en: 'Fact', max: 120 }), effect: integer({ zh: '影响', en: 'Effect', min: -1000, max: 1000 }) },
      { zh: '最有影响的因素', en: 'What matters most', byAction: true, inPanel: true, max: 20 },
    ),
    state: lifecycle(modelLife, { zh: '状态', en: 'State', filterable: true, card: true }),
  },
  access: {
    isNobodys: true,
    card: keepers,
    full: keepers,
    edit: rule.role('administrator'),
    create: rule.role('administrator'),
    recycle: rule.role('administrator'),
  },
  list: { columns: ['number', 'trainedAt', 'leads', 'won', 'auc', 'lift', 'brier', 'state'], filters: ['state'], sort: '-trainedAt' },
  form: [['number']],
})
