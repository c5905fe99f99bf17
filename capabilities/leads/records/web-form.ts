import { rule } from '#engine/access/rules.ts'
import { choice, choices, defineLifecycle, lifecycle, link, rows, text, url, wordsField, yesNo } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'
import { formFields } from '../rules/form-fields.ts'
import { leadSources } from '../rules/sources.ts'

const formLife = defineLifecycle({
  states: { open: { ...words('启用', 'Open'), color: 'good' }, closed: { ...words('停用', 'Closed'), color: 'plain' } },
  initial: 'open',
  moves: { open: ['closed'], closed: ['open'] },
})

const keepers = rule.role('administrator', 'director', 'departmentHead')

/** A form on pages outside: what strangers write there becomes a lead. */
export const WebForm = defineRecord('webForm', {
  words: words('网页表单', 'Web form'),
  title: 'name',
  fields: {
    name: text({
      zh: '名称',
      en: 'Name',
      required: true,
      max: 60,
      card: true,
      sortable: true,
      hint: words('只在内部显示', 'Shown inside only'),
    }),
    title: wordsField({ zh: '标题', en: 'Heading', required: true, max: 80 }),
    intro: wordsField({ zh: '引言', en: 'Introduction', max: 500 }),
    fields: choices({
      zh: '问什么',
      en: 'Asks for',
      choices: formFields,
      hint: words('总是问姓名；电话和邮箱至少有一个', 'Always the name; telephone or e-mail at least'),
    }),
    needed: choices({ zh: '必填', en: 'Required', choices: formFields }),
    interests: choices({ zh: '意向产品选项', en: 'Products to choose from', max: 20 }),
    consent: wordsField({
      zh: '同意的内容',
      en: 'Consent',
      required: true,
      max: 1000,
      hint: words('提交前须勾选，原文随询问保存', 'Ticked before sending; the words are kept with the enquiry'),
    }),
    thanks: wordsField({ zh: '提交后显示', en: 'Shown afterwards', max: 300 }),
    source: choice({ zh: '来源', en: 'Source', required: true, default: 'web', filterable: true, choices: leadSources }),
    campaign: text({ zh: '推广活动', en: 'Campaign', max: 120, filterable: true }),
    hosts: rows(
      { site: url({ zh: '网站', en: 'Site', required: true }) },
      { zh: '允许嵌入的网站', en: 'Sites that may embed it', max: 20, hint: words('不填则都可以', 'Any where empty') },
    ),
    allowsPlain: yesNo({
      zh: '允许网站自己的表单提交',
      en: 'Takes posts of a site’s own form',
      hint: words('没有签名令牌，防垃圾较弱，次数限制更严', 'Without a signed token it is less safe from spam, and more narrowly limited'),
    }),
    owner: link('user', { zh: '负责人', en: 'Owner', default: 'me', filterable: true, card: true }),
    secret: text({ zh: '密钥', en: 'Key', inner: true, byAction: true, max: 80 }),
    state: lifecycle(formLife, { zh: '状态', en: 'State', filterable: true, card: true }),
  },
  access: {
    isNobodys: true,
    card: keepers,
    full: keepers,
    edit: keepers,
    create: keepers,
    recycle: rule.role('administrator', 'director'),
  },
  list: {
    columns: ['name', 'source', 'campaign', 'owner', 'state', 'createdAt'],
    filters: ['source', 'state', 'owner', 'campaign'],
    sort: '-createdAt',
  },
  form: [
    ['name', 'source'],
    ['title'],
    ['intro'],
    ['fields', 'needed'],
    ['interests'],
    ['consent'],
    ['thanks'],
    ['campaign', 'owner'],
    ['hosts'],
    ['allowsPlain'],
  ],
  related: ['enquiry.form'],
})
