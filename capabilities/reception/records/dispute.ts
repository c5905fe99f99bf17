import { rule } from '#engine/access/rules.ts'
import { choice, day, defineLifecycle, lifecycle, link, links, note, text } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'

export const disputeLife = defineLifecycle({
  states: {
    talk: { ...words('协商', 'Talk'), color: 'info' },
    mediation: { ...words('部门调解', 'Mediation'), color: 'info' },
    ruled: { ...words('已裁定', 'Ruled'), color: 'good' },
    appealed: { ...words('申诉中', 'Appealed'), color: 'info' },
    settled: { ...words('已了结', 'Settled'), color: 'plain' },
  },
  initial: 'talk',
  moves: { talk: ['mediation', 'settled'], mediation: ['ruled', 'settled'], ruled: ['appealed', 'settled'], appealed: ['settled'] },
})

/** Two disagree about whose a customer or a deal is. What speaks for whom is gathered from the records, not typed. */
export const Dispute = defineRecord('dispute', {
  words: words('归属纠纷', 'Dispute'),
  title: 'claim',
  under: 'customer',
  fields: {
    customer: link('customer', { zh: '客户', en: 'Customer', required: true, card: true }),
    claim: text({ zh: '主张', en: 'Claim', required: true, max: 200, fixed: true }),
    ruling: link('ruling', { zh: '争议的裁定', en: 'Ruling disputed', fixed: true }),
    deal: link('recordedDeal', { zh: '成交', en: 'Deal', fixed: true }),
    opener: link('user', { zh: '提出人', en: 'Opened by', byAction: true, filterable: true }),
    concerned: links('user', { zh: '有关人员', en: 'Concerned', byAction: true, max: 40, filterable: true }),
    site: link('department', { zh: '现场', en: 'Site', fixed: true, filterable: true }),
    state: lifecycle(disputeLife, { zh: '进展', en: 'State', filterable: true }),
    dueOn: day({ zh: '本步期限', en: 'This step by', byAction: true, filterable: true, sortable: true, card: true }),
    mediator: link('user', { zh: '调解人', en: 'Mediator', byAction: true }),
    judge: link('user', { zh: '裁定人', en: 'Ruled by', byAction: true }),
    appealTo: link('user', { zh: '申诉至', en: 'Appeal to', byAction: true }),
    outcome: link('ruling', { zh: '结果', en: 'Outcome', byAction: true }),
    resolution: choice({
      zh: '处理',
      en: 'Resolution',
      open: false,
      byAction: true,
      choices: {
        agreed: words('协商一致', 'Agreed'),
        upheld: words('维持原裁定', 'Ruling upheld'),
        changed: words('改判', 'Ruling changed'),
      },
    }),
    reason: note({ zh: '理由', en: 'Reason', byAction: true, max: 2000 }),
  },
  access: {
    card: rule.either(rule.through('full'), rule.owns('concerned')),
    full: rule.either(rule.through('full'), rule.owns('concerned')),
    edit: rule.either(rule.through('edit'), rule.owns('concerned')),
    create: rule.either(rule.through('full'), rule.owns('concerned')),
    recycle: rule.role('administrator'),
  },
  list: {
    columns: ['claim', 'customer', 'opener', 'state', 'dueOn', 'site'],
    filters: ['state', 'opener', 'site', 'customer'],
    sort: '-createdAt',
  },
  brief: ['customer', 'state'],
  form: [['customer'], ['claim'], ['ruling', 'deal'], ['site']],
})
