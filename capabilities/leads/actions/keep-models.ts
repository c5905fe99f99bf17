import { refuse } from '#engine/action/refusal.ts'
import { rule } from '#engine/access/rules.ts'
import { defineAction } from '#engine/action/define-action.ts'
import { decimal, integer, note, rows } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'
import { LeadModel } from '../records/lead-model.ts'
import type { LogisticModel } from '../rules/logistic.ts'
import { keepWeights } from '../queries.ts'

const { calibration, heaviest } = LeadModel.fields

/** What was learned, as the job found it; nothing is judged by it until somebody puts it to use. */
export const keepModel = defineAction('leads.keepModel', {
  creates: LeadModel,
  allow: rule.nobody,
  isUnlisted: true,
  input: {
    leads: integer({ zh: '线索数', en: 'Leads', required: true }),
    won: integer({ zh: '成交', en: 'Won', required: true }),
    auc: decimal({ zh: 'AUC', en: 'AUC', places: 3 }),
    lift: decimal({ zh: '提升', en: 'Lift', places: 3 }),
    accuracy: decimal({ zh: '准确率', en: 'Accuracy', places: 3 }),
    brier: decimal({ zh: 'Brier', en: 'Brier', places: 3 }),
    calibration: rows(calibration.options.columns, { zh: '校准', en: 'Calibration' }),
    heaviest: rows(heaviest.options.columns, { zh: '因素', en: 'Facts' }),
    weights: note({ zh: '权重', en: 'Weights', required: true, max: 1_000_000 }),
  },
  words: { label: words('保存模型', 'Keep a model') },
  async run({ input, store, queries, now }) {
    const { weights, ...figures } = input
    const made = await store.create(LeadModel, { ...figures, trainedAt: now } as never)
    await keepWeights(queries, made.id, JSON.parse(weights) as LogisticModel)
    return made
  },
})

/** From now on leads are judged by this one, and by no other. */
export const adoptModel = defineAction('leads.adoptModel', {
  on: LeadModel,
  from: ['candidate', 'retired'],
  to: 'active',
  words: {
    label: words('启用', 'Put to use'),
    hint: words('之前使用的模型停用，未结线索重新计算', 'In place of the one in use; open leads are judged anew'),
  },
  async run({ leadModel, store }) {
    if (!leadModel.leads) throw refuse('no-weights', words('这个版本没有学到东西。', 'This version has learned nothing.'), { status: 409 })
    for (const other of await store.find(LeadModel, { field: 'state', op: 'eq', value: 'active' }, { lock: true }))
      store.edit(LeadModel, other, { state: 'retired' }, 'leadModel.dropped')
    return store.edit(LeadModel, leadModel, { state: 'active' }, 'leadModel.adopted')
  },
})

export const dropModel = defineAction('leads.dropModel', {
  on: LeadModel,
  from: 'active',
  to: 'retired',
  words: { label: words('停用', 'Retire') },
  run: ({ leadModel, store }) => store.edit(LeadModel, leadModel, { state: 'retired' }, 'leadModel.dropped'),
})

/** Learns anew from the leads that have ended, in the background. */
export const trainModel = defineAction('leads.trainModel', {
  allow: rule.role('administrator'),
  words: { label: words('重新学习', 'Learn anew') },
  run({ later }) {
    later('train-lead-model', {}, { key: 'all' })
  },
})
