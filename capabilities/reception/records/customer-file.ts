import { rule } from '#engine/access/rules.ts'
import { choice, day, instant, link, text, yesNo } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'
import { registers } from './reception.ts'

/** A customer's registration with one salesperson. It begins when the system says so, and is never typed. */
export const CustomerFile = defineRecord('customerFile', {
  words: words('建档', 'File'),
  title: 'register',
  under: 'customer',
  fields: {
    customer: link('customer', { zh: '客户', en: 'Customer', required: true, card: true }),
    salesperson: link('user', { zh: '销售', en: 'Salesperson', required: true, fixed: true, filterable: true, card: true }),
    register: choice({
      zh: '登记表',
      en: 'Register',
      required: true,
      default: 'walkIn',
      fixed: true,
      open: false,
      choices: registers,
      card: true,
    }),
    at: instant({ zh: '建档时间', en: 'Opened', byAction: true, sortable: true, filterable: true, card: true }),
    validThrough: day({
      zh: '有效至',
      en: 'Valid through',
      byAction: true,
      card: true,
      hint: words('按建档时的规则', 'By the rules of that day'),
    }),
    site: link('department', { zh: '现场', en: 'Site', fixed: true, filterable: true, card: true }),
    reception: link('reception', { zh: '接待', en: 'Reception', byAction: true }),
    hasDeal: yesNo({ zh: '已成交', en: 'Deal closed', byAction: true, card: true }),
    goneAt: instant({ zh: '销售离岗', en: 'Salesperson left', byAction: true }),
    drawnTo: link('user', { zh: '抽签归', en: 'Drawn to', byAction: true, card: true }),
    drawnAt: instant({ zh: '抽签时间', en: 'Drawn', byAction: true }),
    draw: text({ zh: '抽签种子', en: 'Seed of the draw', max: 40, byAction: true }),
  },
  access: {
    card: rule.either(rule.through('card'), rule.owns('salesperson')),
    full: rule.either(rule.through('full'), rule.owns('salesperson')),
    edit: rule.role('administrator'),
    create: rule.role('administrator'),
    recycle: rule.role('administrator'),
  },
  list: {
    columns: ['customer', 'salesperson', 'at', 'validThrough', 'register', 'site', 'hasDeal', 'drawnTo'],
    filters: ['salesperson', 'site', 'at', 'customer'],
    sort: '-at',
  },
  brief: ['customer', 'salesperson'],
  form: [
    ['customer', 'salesperson'],
    ['register', 'site'],
  ],
})
