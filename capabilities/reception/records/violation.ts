import { rule } from '#engine/access/rules.ts'
import { choice, day, defineLifecycle, lifecycle, link, money, note, percent, text } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'

const violationLife = defineLifecycle({
  states: {
    proposed: { ...words('已提出', 'Proposed'), color: 'info' },
    confirmed: { ...words('已确认', 'Confirmed'), color: 'bad' },
    appealed: { ...words('申诉中', 'Appealed'), color: 'info' },
    upheld: { ...words('维持', 'Upheld'), color: 'bad' },
    dropped: { ...words('撤销', 'Dropped'), color: 'plain' },
  },
  initial: 'proposed',
  moves: { proposed: ['confirmed', 'dropped'], confirmed: ['appealed', 'dropped'], appealed: ['upheld', 'dropped'] },
})

/** The named rules with what is usually proposed. Nothing is deducted by itself. */
const violationRules = {
  poaching: words('抢客、争客：当日底薪', 'Poaching: that day’s base pay'),
  neglect: words('怠慢客户：当日底薪', 'Neglect: that day’s base pay'),
  serious: words('情节严重：当月底薪及当月奖金 50%', 'Serious: that month’s base pay and 50 % of its bonus'),
  refusedDuty: words('拒绝接待同事的客户：处罚', 'Refused to receive a colleague’s customer: penalty'),
  trouble: words('故意制造事端：辞退及当月成交奖金 50%', 'Deliberate trouble: dismissal and 50 % of that month’s deal bonus'),
  privateMoney: words('私自收款：辞退', 'Collected money privately: dismissal'),
} as const

/** A breach of a named rule: proposed by the supervisor, confirmed by others, open to appeal. */
export const Violation = defineRecord('violation', {
  words: words('违规', 'Violation'),
  title: 'rule',
  fields: {
    rule: choice({ zh: '条款', en: 'Rule', required: true, fixed: true, open: false, choices: violationRules, filterable: true }),
    who: link('user', { zh: '当事人', en: 'Who', required: true, fixed: true, filterable: true }),
    site: link('department', { zh: '现场', en: 'Site', required: true, fixed: true, filterable: true }),
    on: day({ zh: '发生日', en: 'Day', required: true, fixed: true, filterable: true }),
    facts: note({ zh: '经过', en: 'What happened', required: true, max: 2000, fixed: true }),
    consequence: text({ zh: '拟定处理', en: 'Proposed consequence', required: true, max: 300, fixed: true }),
    deduction: money({ zh: '拟扣金额', en: 'Proposed deduction', min: '0', fixed: true }),
    ofMonthPay: percent({ zh: '占当月工资', en: 'Of the month’s pay', min: '0', max: '100', fixed: true }),
    override: note({
      zh: '超限理由',
      en: 'Why above the limit',
      max: 500,
      fixed: true,
      hint: words('超过现场规则的扣款上限时必填', 'Needed above the site’s limit'),
    }),
    dispute: link('dispute', { zh: '所涉纠纷', en: 'Dispute', fixed: true }),
    state: lifecycle(violationLife, { zh: '状态', en: 'State', filterable: true }),
    appealBy: day({ zh: '申诉截止', en: 'Appeal by', byAction: true }),
    confirmer: link('user', { zh: '确认人', en: 'Confirmed by', byAction: true }),
    appeal: note({ zh: '申诉', en: 'Appeal', byAction: true, max: 2000 }),
    answer: note({ zh: '答复', en: 'Answer', byAction: true, max: 2000 }),
  },
  access: {
    isNobodys: true,
    department: 'site',
    card: rule.either(rule.granted('full'), rule.owns('who')),
    full: rule.either(rule.granted('full'), rule.owns('who')),
    edit: rule.granted('edit'),
    create: rule.both(rule.granted('create'), rule.granted('edit')),
    recycle: rule.role('administrator'),
  },
  list: { columns: ['rule', 'who', 'on', 'site', 'state', 'deduction'], filters: ['rule', 'who', 'site', 'state'], sort: '-createdAt' },
  brief: ['who', 'state'],
  form: [['rule', 'who'], ['site', 'on'], ['facts'], ['consequence'], ['deduction', 'ofMonthPay'], ['override'], ['dispute']],
})
