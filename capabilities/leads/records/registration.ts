import { rule } from '#engine/access/rules.ts'
import { choice, defineLifecycle, day, instant, integer, lifecycle, link, note, sequence, text } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'
import { isMasked } from '../rules/protection.ts'

const registrationLife = defineLifecycle({
  states: {
    valid: { ...words('有效', 'Valid'), color: 'good' },
    conflicted: { ...words('有冲突', 'In conflict'), color: 'warning' },
    refused: { ...words('无效', 'Not valid'), color: 'bad' },
  },
  initial: 'valid',
  moves: { valid: ['conflicted', 'refused'], conflicted: ['valid', 'refused'], refused: ['valid'] },
})

/** A customer or partner says whom he will bring, before he comes: for so long whoever comes is his. */
export const Registration = defineRecord('registration', {
  words: words('报备', 'Registration'),
  title: 'number',
  fields: {
    number: sequence('BB{year}-{00000}', { zh: '编号', en: 'Number', card: true, filterable: true, searchable: true }),
    client: text({ zh: '客户姓名', en: 'Client', required: true, max: 60, searchable: true, aliases: ['姓名'] }),
    phone: text({
      zh: '客户手机',
      en: 'Client’s mobile',
      required: true,
      max: 11,
      guarded: true,
      filterable: true,
      pattern: {
        is: { test: isMasked } as RegExp,
        words: words('11 位手机号，中间四位可用 * 代替', 'an 11-digit mobile; the middle four may be stars'),
        sample: '138****8000',
      } as { is: RegExp; words: { zh: string; en: string }; sample: string },
      hint: words('中间四位可用 *', 'The middle four may be stars'),
    }),
    by: choice({
      zh: '报备方',
      en: 'Registered by',
      required: true,
      default: 'partner',
      filterable: true,
      choices: { partner: words('渠道', 'A partner'), customer: words('老客户', 'A customer') },
    }),
    partner: text({
      zh: '渠道名称',
      en: 'Partner',
      required: true,
      max: 120,
      filterable: true,
      onlyWhen: { field: 'by', is: ['partner'] },
    }),
    referredBy: link('customer', {
      zh: '介绍的客户',
      en: 'Referring customer',
      required: true,
      onlyWhen: { field: 'by', is: ['customer'] },
    }),
    interest: text({ zh: '意向产品', en: 'Interested in', max: 120 }),
    days: integer({ zh: '保护天数', en: 'Protected for days', required: true, default: 15, min: 1, max: 180 }),
    at: instant({ zh: '报备时间', en: 'Registered', byAction: true, sortable: true, filterable: true }),
    protectedUntil: day({ zh: '保护至', en: 'Protected until', byAction: true, sortable: true, filterable: true }),
    conflict: choice({
      zh: '冲突',
      en: 'Conflict',
      byAction: true,
      filterable: true,
      choices: {
        customer: words('号码已属于客户', 'The number is a customer’s'),
        lead: words('已有未结线索', 'There is an open lead'),
        registration: words('更早的报备仍在保护期', 'An earlier registration still holds'),
      },
    }),
    lead: link('lead', { zh: '线索', en: 'Lead', byAction: true }),
    ruling: note({ zh: '判定说明', en: 'Why it was decided so', byAction: true, max: 500 }),
    owner: link('user', { zh: '负责人', en: 'Owner', default: 'me', filterable: true }),
    department: link('department', { zh: '部门', en: 'Department', default: 'myDepartment', filterable: true }),
    state: lifecycle(registrationLife, { zh: '状态', en: 'State', filterable: true }),
  },
  access: { owner: 'owner', department: 'department', edit: rule.granted('edit'), recycle: rule.granted('recycle') },
  list: {
    columns: ['number', 'client', 'by', 'partner', 'at', 'protectedUntil', 'conflict', 'state', 'owner'],
    filters: ['state', 'conflict', 'by', 'partner', 'protectedUntil', 'owner', 'department'],
    sort: '-createdAt',
  },
  form: [['client', 'phone'], ['by', 'partner'], ['referredBy'], ['interest', 'days'], ['owner', 'department']],
})
