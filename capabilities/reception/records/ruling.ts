import { rule } from '#engine/access/rules.ts'
import {
  choice,
  defineLifecycle,
  integer,
  lifecycle,
  link,
  links,
  note,
  rows,
  text,
  wordsField,
  yesNo,
} from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'

export const ruleNames = {
  R15: words('R15 争吵或不服从', 'R15 quarrel'),
  R14: words('R14 活动', 'R14 event'),
  R5: words('R5 投诉成立', 'R5 complaint'),
  R7: words('R7 为折扣换人', 'R7 discount'),
  R3: words('R3 拒绝原接待人', 'R3 declines'),
  R9: words('R9 再访指定他人', 'R9 nth visit'),
  R6: words('R6 说出多人', 'R6 several named'),
  R2: words('R2 原接待人在场', 'R2 previous there'),
  R4: words('R4 原接待人不在', 'R4 previous not there'),
  R17: words('R17 建档过期', 'R17 expired'),
  R8: words('R8 忘记是谁', 'R8 forgot who'),
  R18: words('R18 点名', 'R18 no claim'),
  R1: words('R1 首次来访', 'R1 first visit'),
  R16: words('R16 经理裁定', 'R16 manager rules'),
} as const

export const rulingLife = defineLifecycle({
  states: {
    provisional: { ...words('暂定', 'Provisional'), color: 'info' },
    final: { ...words('最终', 'Final'), color: 'good' },
    replaced: { ...words('已被取代', 'Replaced'), color: 'plain' },
  },
  initial: 'provisional',
  moves: { provisional: ['final', 'replaced'], final: ['replaced'] },
})

/** A share as one reads it and as it is reckoned with: exact, so a third is 100/3. Without a user it is the department's. */
const share = {
  user: link('user', { zh: '人员', en: 'Who' }),
  percent: text({ zh: '比例', en: 'Per cent', max: 40 }),
  n: integer({ zh: '分子', en: 'Numerator', required: true }),
  d: integer({ zh: '分母', en: 'Denominator', required: true, min: 1 }),
}

/** Whose the customer is, and why: what was ruled, on which facts, by which version of the site's rules. */
export const Ruling = defineRecord('ruling', {
  words: words('归属裁定', 'Ruling'),
  title: 'rule',
  under: 'customer',
  fields: {
    customer: link('customer', { zh: '客户', en: 'Customer', required: true, card: true }),
    rule: choice({
      zh: '依据',
      en: 'Rule',
      required: true,
      default: 'R16',
      fixed: true,
      open: false,
      choices: ruleNames,
      filterable: true,
    }),
    because: wordsField({ zh: '原因', en: 'Because', max: 500, fixed: true }),
    state: lifecycle(rulingLife, { zh: '状态', en: 'State', filterable: true }),
    site: link('department', { zh: '现场', en: 'Site', fixed: true, filterable: true }),
    receiver: link('user', { zh: '接待人', en: 'Receiver', byAction: true }),
    owner: link('user', {
      zh: '业绩归',
      en: 'Performance',
      byAction: true,
      filterable: true,
      hint: words('空则归部门', 'The department’s where empty'),
    }),
    serviceOwner: link('user', { zh: '服务人', en: 'Service owner', byAction: true }),
    performance: rows(share, { zh: '业绩', en: 'Performance', byAction: true, max: 20 }),
    commission: rows(share, { zh: '奖金', en: 'Commission', byAction: true, max: 20 }),
    turn: choice({
      zh: '轮次',
      en: 'Turn',
      open: false,
      byAction: true,
      choices: { none: words('不占', 'None'), rotation: words('占轮次', 'The rotation’s'), own: words('占本人的', 'His own') },
    }),
    steps: rows(
      {
        rule: text({ zh: '规则', en: 'Rule', max: 10 }),
        fits: yesNo({ zh: '适用', en: 'Fits' }),
        zh: text({ zh: '中文', en: 'Chinese', max: 500 }),
        en: text({ zh: '英文', en: 'English', max: 500 }),
      },
      { zh: '推理', en: 'Reasoning', byAction: true, max: 60 },
    ),
    setting: link('siteSetting', { zh: '规则版次', en: 'Site rules', byAction: true, filterable: true }),
    rulesVersion: integer({ zh: '条文版次', en: 'Version of the rules', byAction: true }),
    reception: link('reception', { zh: '接待', en: 'Reception', byAction: true, filterable: true }),
    deal: link('recordedDeal', { zh: '成交', en: 'Deal', byAction: true, filterable: true }),
    isByManager: yesNo({ zh: '经理裁定', en: 'By a manager', byAction: true }),
    reason: note({ zh: '经理理由', en: 'The manager’s reason', byAction: true, max: 1000 }),
    concerned: links('user', { zh: '有关人员', en: 'Concerned', byAction: true, max: 40, filterable: true }),
    facts: note({ zh: '事实', en: 'Facts', byAction: true, inner: true, max: 100_000 }),
  },
  access: {
    card: rule.either(rule.through('full'), rule.owns('concerned')),
    full: rule.either(rule.through('full'), rule.owns('concerned')),
    edit: rule.role('administrator'),
    create: rule.role('administrator'),
    recycle: rule.role('administrator'),
  },
  list: {
    columns: ['customer', 'rule', 'owner', 'receiver', 'site', 'state', 'isByManager', 'createdAt'],
    filters: ['rule', 'owner', 'site', 'state', 'customer'],
    sort: '-createdAt',
  },
  brief: ['customer', 'state'],
  form: [['customer', 'site'], ['rule'], ['because']],
})
