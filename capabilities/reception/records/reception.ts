import { rule } from '#engine/access/rules.ts'
import { choice, defineLifecycle, instant, integer, lifecycle, link, links, note, text, yesNo } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'

export const receptionLife = defineLifecycle({
  states: {
    waiting: { ...words('等候', 'Waiting'), color: 'info' },
    receiving: { ...words('接待中', 'Being received'), color: 'good' },
    done: { ...words('已结束', 'Done'), color: 'plain' },
    gone: { ...words('未等到即离开', 'Left without being received'), color: 'bad' },
  },
  initial: 'waiting',
  moves: { waiting: ['receiving', 'done', 'gone'], receiving: ['waiting', 'done', 'gone'] },
})

export const registers = { walkIn: words('来人', 'Walk-in'), callIn: words('来电', 'Call-in') } as const

export const answers = {
  no: words('第一次来', 'First time'),
  yes: words('来过', 'Been here'),
  forgot: words('来过，记不得谁', 'Been here, forgot who'),
} as const

export const sources = {
  passing: words('路过', 'Passing by'),
  referral: words('老客户介绍', 'Referred'),
  online: words('网络', 'Online'),
  outdoor: words('户外广告', 'Outdoor advertising'),
  press: words('报刊', 'Press'),
  campaign: words('活动', 'Campaign'),
  partner: words('渠道', 'Partner'),
  other: words('其他', 'Other'),
} as const

export const grades = {
  A: { ...words('A 很高', 'A very high'), color: 'good' },
  B: { ...words('B 高', 'B high'), color: 'info' },
  C: { ...words('C 一般', 'C fair'), color: 'plain' },
  D: { ...words('D 低', 'D low'), color: 'plain' },
} as const

const complaints = {
  none: words('无投诉', 'None'),
  open: words('待认定', 'Undecided'),
  upheld: words('成立', 'Upheld'),
  rejected: words('不成立', 'Not upheld'),
} as const

const discounts = {
  none: words('无', 'None'),
  open: words('待认定', 'Not certified yet'),
  certified: words('已认定', 'Certified'),
  late: words('未按期认定', 'Not certified in time'),
} as const

/** The answers to the first question. They are asked every time, and the ruling rests on them. */
export const firstQuestion = {
  been: choice({ zh: '来过吗', en: 'Been here before', required: true, open: false, choices: answers }),
  named: links('user', { zh: '说是谁接待', en: 'Names', max: 10 }),
  asked: link('user', { zh: '指定', en: 'Asks for' }),
  declined: links('user', { zh: '拒绝', en: 'Declines', max: 10 }),
  complaint: choice({ zh: '投诉', en: 'Complaint', open: false, default: 'none', choices: complaints }),
  discount: choice({ zh: '为折扣换人', en: 'Only for a discount', open: false, default: 'none', choices: discounts }),
  insists: yesNo({ zh: '坚持换人', en: 'Insists' }),
  waits: yesNo({ zh: '愿意等', en: 'Will wait' }),
  picks: link('user', { zh: '另选', en: 'Picks instead' }),
} as const

/** What is written down of a visitor beside whom he wants. */
export const visitFields = {
  source: choice({ zh: '从何得知', en: 'How he knows of us', open: true, choices: sources, filterable: true }),
  product: text({ zh: '意向产品', en: 'Interested in', max: 120 }),
  grade: choice({ zh: '意向等级', en: 'Intention grade', open: false, choices: grades, filterable: true }),
  note: note({ zh: '备注', en: 'Note', max: 1000 }),
} as const

const fixedCopy = <F extends { kind: string; options: object }>(field: F): F => ({
  ...field,
  options: { ...field.options, byAction: true, required: false },
})

/** One visit or call, from the desk to the door: who came, what he answered, who received him. Times are the system's. */
export const Reception = defineRecord('reception', {
  words: words('来访登记', 'Reception'),
  title: 'register',
  under: 'customer',
  fields: {
    customer: link('customer', { zh: '客户', en: 'Customer', required: true, card: true }),
    register: choice({
      zh: '登记表',
      en: 'Register',
      required: true,
      default: 'walkIn',
      fixed: true,
      open: false,
      choices: registers,
      filterable: true,
      card: true,
    }),
    site: link('department', { zh: '现场', en: 'Site', fixed: true, filterable: true, card: true }),
    shift: link('shift', { zh: '班次', en: 'Shift', byAction: true, filterable: true }),
    at: instant({ zh: '登记时间', en: 'Registered', byAction: true, sortable: true, filterable: true, card: true }),
    isLate: yesNo({ zh: '补录', en: 'Entered later', byAction: true, hint: words('从录入时起算', 'Counts from when it was entered') }),
    cameAt: instant({ zh: '自述到访时间', en: 'Said to have come', byAction: true }),
    receiver: link('user', { zh: '接待人', en: 'Receiver', byAction: true, filterable: true, card: true }),
    received: links('user', { zh: '先后接待', en: 'Received by, in order', byAction: true, max: 20 }),
    state: lifecycle(receptionLife, { zh: '状态', en: 'State', filterable: true, card: true }),
    been: fixedCopy(firstQuestion.been),
    named: fixedCopy(firstQuestion.named),
    asked: fixedCopy(firstQuestion.asked),
    declined: fixedCopy(firstQuestion.declined),
    complaint: fixedCopy(firstQuestion.complaint),
    discount: fixedCopy(firstQuestion.discount),
    insists: fixedCopy(firstQuestion.insists),
    waits: fixedCopy(firstQuestion.waits),
    picks: fixedCopy(firstQuestion.picks),
    ...visitFields,
    startedAt: instant({ zh: '开始接待', en: 'Received from', byAction: true }),
    endedAt: instant({ zh: '结束', en: 'Ended', byAction: true }),
    ruling: link('ruling', { zh: '裁定', en: 'Ruling', byAction: true }),
    turn: integer({ zh: '轮次', en: 'Turn', byAction: true }),
    turnBy: text({ zh: '轮次来由', en: 'Turn by', max: 10, byAction: true, inner: true }),
    turnOwedSince: text({ zh: '抵欠轮', en: 'Owed since', max: 30, byAction: true, inner: true }),
  },
  access: {
    card: rule.either(rule.through('card'), rule.owns('receiver')),
    full: rule.either(rule.through('full'), rule.owns('receiver')),
    edit: rule.either(rule.through('edit'), rule.owns('receiver')),
    create: rule.role('administrator'),
    recycle: rule.role('administrator'),
  },
  list: {
    columns: ['at', 'customer', 'register', 'receiver', 'been', 'source', 'grade', 'site', 'state'],
    filters: ['register', 'site', 'state', 'source', 'grade', 'receiver', 'at', 'customer'],
    sort: '-at',
  },
  brief: ['customer', 'at'],
  form: [['customer', 'register'], ['site'], ['source', 'product'], ['grade'], ['note']],
})
