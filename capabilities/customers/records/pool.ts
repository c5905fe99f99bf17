import { rule } from '#engine/access/rules.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import {
  choice,
  choices,
  defineLifecycle,
  instant,
  integer,
  lifecycle,
  links,
  note,
  rows,
  text,
  yesNo,
} from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'
import { returnKinds } from '../rules/pool.ts'

export const poolLife = defineLifecycle({
  states: {
    off: { ...words('不自动退回', 'Nothing returns'), color: 'plain' },
    on: { ...words('自动退回', 'Returning'), color: 'good' },
  },
  initial: 'off',
  moves: { off: ['on'], on: ['off'] },
})

const makers = rule.role('administrator', 'director')
const seen = rule.either(makers, rule.owns('keepers'), rule.within('card'))
const measured = { byAction: true, quiet: true } as const

/** What a pool can keep closed until somebody claims. A name of a contact's field says whose it is. */
export const closable = {
  phone: words('客户电话', 'Customer’s telephone'),
  email: words('客户邮箱', 'Customer’s e-mail'),
  address: words('客户地址', 'Customer’s address'),
  website: words('网址', 'Website'),
  uscc: words('统一社会信用代码', 'Credit code'),
  revenue: words('年营业额', 'Annual revenue'),
  note: words('备注', 'Note'),
  'contact.mobile': words('联系人手机', 'Contact’s mobile'),
  'contact.email': words('联系人邮箱', 'Contact’s e-mail'),
  'contact.wechat': words('联系人微信', 'Contact’s WeChat'),
} as const

/**
 * A pool: customers whom nobody looks after, for its members to claim. Customers of its members return to it by its rules; those of
 * colleagues who belong to no pool stay where they are.
 */
export const Pool = defineRecord('pool', {
  words: words('公海', 'Pool'),
  title: 'name',
  circle: {
    members: 'members',
    departments: 'departments',
    roles: 'roles',
    keepers: 'keepers',
    sight: 'sight',
    closes: 'hiddenFields',
  },
  shapesAccess: true,
  fields: {
    name: text({ zh: '名称', en: 'Name', required: true, max: 60, sortable: true, card: true }),
    members: links('user', { zh: '成员', en: 'Members' }),
    departments: links('department', { zh: '成员部门', en: 'Departments', hint: words('含下级部门', 'With those below') }),
    roles: links('role', { zh: '成员角色', en: 'Roles' }),
    keepers: links('user', {
      zh: '公海管理员',
      en: 'Pool administrators',
      card: true,
      hint: words('可以分配，不受领取限制', 'May assign, and may exceed the limits'),
    }),
    rules: rows(
      {
        kind: choice({ zh: '情形', en: 'Case', required: true, default: 'noFollowUp', open: false, choices: returnKinds }),
        tier: choice({
          zh: '等级',
          en: 'Tier',
          open: false,
          choices: { A: words('A 重点', 'A key'), B: words('B 普通', 'B regular'), C: words('C 小客户', 'C small') },
        }),
        days: integer({ zh: '天数', en: 'Days', required: true, default: 30, min: 1, max: 3650 }),
      },
      {
        zh: '退回规则',
        en: 'Return rules',
        max: 20,
        hint: words(
          '从最后一次有效跟进或领取算起，取较晚者；写明等级的优先',
          'Counted from the later of follow-up and claim; one that names a tier goes before',
        ),
      },
    ),
    sparesWon: yesNo({ zh: '成交客户不退回', en: 'Spares won customers', default: true }),
    sparesDeals: yesNo({ zh: '有进行中商机的不退回', en: 'Spares open deals', default: true }),
    warnDays: integer({ zh: '提前几天提醒', en: 'Warned days before', required: true, default: 3, min: 0, max: 90 }),
    claimsPerDay: integer({
      zh: '每人每天领取',
      en: 'Claims per person and day',
      default: 5,
      min: 1,
      max: 10_000,
      hint: words('不填则不限', 'No limit where empty'),
    }),
    previousOwnerDays: integer({ zh: '原负责人等待（天）', en: 'Last owner waits (days)', default: 7, min: 0, max: 3650 }),
    freezeDays: integer({
      zh: '新进冻结（天）',
      en: 'Frozen at first (days)',
      min: 0,
      max: 365,
      hint: words('从进入公海算起', 'Counted from when it came in'),
    }),
    sight: choice({
      zh: '领取前可看',
      en: 'Before a claim',
      required: true,
      default: 'full',
      open: false,
      choices: { card: words('名片', 'Card'), full: words('资料', 'The file') },
      hint: words('联系人和联系记录领取后才可见', 'Contacts and activities open with the claim'),
    }),
    viewsPerDay: integer({
      zh: '每人每天查看全部资料',
      en: 'Whole files per person and day',
      min: 0,
      max: 10_000,
      hint: words('当天可看联系人和联系记录；不填则不限', 'With contacts and activities, for the day; no limit where empty'),
    }),
    hiddenFields: choices({
      zh: '领取前隐藏',
      en: 'Hidden until claimed',
      open: false,
      choices: closable,
      hint: words('列表、搜索和导出里同样不可见', 'In lists, search and exports as well'),
    }),
    note: note({ zh: '说明', en: 'Note', max: 500 }),
    state: lifecycle(poolLife, { zh: '自动退回', en: 'Returns', filterable: true, card: true }),
    watched: integer({ zh: '涉及客户', en: 'Customers watched', ...measured, inPanel: true }),
    falls: integer({ zh: '今晚退回', en: 'Return tonight', ...measured, inPanel: true }),
    foreseenAt: instant({ zh: '名单时间', en: 'List made', ...measured, inPanel: true }),
    lastRunAt: instant({ zh: '最近退回于', en: 'Last run', ...measured, inPanel: true }),
    lastDone: integer({ zh: '最近退回', en: 'Returned last', ...measured, inPanel: true }),
    lastFaults: integer({ zh: '最近未退回', en: 'Could not return', ...measured, inPanel: true }),
    seenFalls: integer({ zh: '确认过的数量', en: 'Number confirmed', ...measured, inner: true }),
  },
  access: {
    isNobodys: true,
    card: seen,
    full: seen,
    edit: rule.either(makers, rule.owns('keepers')),
    create: makers,
    recycle: makers,
  },
  list: { columns: ['name', 'keepers', 'state', 'claimsPerDay', 'previousOwnerDays', 'falls'], filters: ['state'], sort: 'name' },
  brief: ['state'],
  form: [
    ['name'],
    ['members'],
    ['departments', 'roles'],
    ['keepers'],
    ['rules'],
    ['sparesWon', 'sparesDeals'],
    ['warnDays'],
    ['claimsPerDay', 'previousOwnerDays'],
    ['freezeDays', 'viewsPerDay'],
    ['sight'],
    ['hiddenFields'],
    ['note'],
  ],
})
