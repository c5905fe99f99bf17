import { rule } from '#engine/access/rules.ts'
import { choice, day, instant, link, text, wordsField } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'
import { channels, decisions, ways } from '../rules/consent.ts'

/** An entry of the ledger of consents. It is never changed: who decides otherwise makes a new one. Files at it are the proof. */
export const Consent = defineRecord('consent', {
  words: words('同意记录', 'Consent'),
  title: 'summary',
  under: 'customer',
  fields: {
    summary: wordsField({ zh: '内容', en: 'What', required: true, max: 300, fixed: true, byAction: true }),
    customer: link('customer', { zh: '客户', en: 'Customer', required: true, fixed: true }),
    contact: link('contact', {
      zh: '联系人',
      en: 'Contact',
      required: true,
      fixed: true,
      filterable: true,
      within: { customer: 'customer' },
    }),
    purpose: link('purpose', { zh: '使用目的', en: 'Purpose', required: true, fixed: true, filterable: true }),
    channel: choice({ zh: '渠道', en: 'Channel', required: true, fixed: true, filterable: true, choices: channels }),
    decision: choice({
      zh: '决定',
      en: 'Decision',
      required: true,
      fixed: true,
      filterable: true,
      default: 'granted',
      choices: decisions,
    }),
    at: instant({ zh: '时间', en: 'Time', required: true, fixed: true, begins: 'now', sortable: true, filterable: true }),
    how: choice({
      zh: '方式',
      en: 'How',
      required: true,
      fixed: true,
      default: 'paper',
      choices: ways,
    }),
    wording: wordsField({ zh: '当时的告知内容', en: 'Wording shown', required: true, max: 2000, fixed: true, byAction: true }),
    until: day({ zh: '有效至', en: 'Until', fixed: true, byAction: true }),
    proof: text({ zh: '凭证', en: 'Proof', max: 200, fixed: true, hint: words('表单编号、录音编号等', 'Number of the form or recording') }),
  },
  access: {
    create: rule.either(rule.granted('create'), rule.through('full')),
    edit: rule.role('administrator'),
    recycle: rule.role('administrator'),
  },
  list: {
    columns: ['contact', 'purpose', 'channel', 'decision', 'at', 'how', 'until', 'createdBy'],
    filters: ['contact', 'purpose', 'channel', 'decision', 'at'],
    sort: '-createdAt',
  },
  brief: ['contact', 'at'],
  form: [
    ['customer', 'contact'],
    ['purpose', 'channel'],
    ['decision', 'at'],
    ['how', 'proof'],
  ],
})
