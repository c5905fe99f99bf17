import { rule } from '#engine/access/rules.ts'
import { choice, choices, integer, text, wordsField } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'
import { channels } from '../rules/consent.ts'

/** What people's data is used for, in the words they are shown when they are asked. */
export const Purpose = defineRecord('purpose', {
  words: words('使用目的', 'Purpose'),
  title: 'name',
  byline: 'code',
  fields: {
    name: wordsField({ zh: '名称', en: 'Name', required: true, max: 60, card: true }),
    code: text({
      zh: '代码',
      en: 'Code',
      required: true,
      fixed: true,
      max: 40,
      sortable: true,
      card: true,
      identity: { name: 'purpose' },
      pattern: { is: /^[a-z][a-zA-Z]{1,30}$/, words: words('请用英文字母', 'use Latin letters') },
    }),
    wording: wordsField({
      zh: '告知内容',
      en: 'Wording',
      required: true,
      max: 2000,
      hint: words('征求同意时出示的原文；每次同意都留存当时的原文', 'What people are shown; each consent keeps the wording of its day'),
    }),
    basis: choice({
      zh: '依据',
      en: 'Basis',
      required: true,
      default: 'consent',
      choices: { consent: words('本人同意', 'Consent'), contract: words('履行合同', 'Contract'), law: words('法定义务', 'Law') },
    }),
    channels: choices({ zh: '渠道', en: 'Channels', required: true, choices: channels }),
    months: integer({
      zh: '有效月数',
      en: 'Valid for months',
      min: 1,
      max: 120,
      hint: words('不填则至撤回为止', 'Until withdrawn where empty'),
    }),
  },
  access: {
    card: rule.everyone,
    full: rule.everyone,
    create: rule.role('administrator'),
    edit: rule.role('administrator'),
    recycle: rule.role('administrator'),
  },
  list: { columns: ['name', 'code', 'basis', 'channels', 'months'], sort: 'code' },
  form: [['name', 'code'], ['wording'], ['basis', 'months'], ['channels']],
  related: ['consent.purpose'],
})
