import { rule } from '#engine/access/rules.ts'
import { choice, choices, integer, link, note, text } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words, type Words } from '#engine/text/words.ts'
import { collectable } from '../rules/collection.ts'
import { customerKinds } from '../rules/customer-kinds.ts'
import { Customer } from './customer.ts'

const wordsOf = (name: (typeof collectable)[number]): Words => words(Customer.fields[name].options.zh, Customer.fields[name].options.en)

/** What is to be known of which customers from which stage on, how often it is confirmed, and by whom. Kept by administrators, read by all. */
export const CollectionStandard = defineRecord('collectionStandard', {
  words: words('采集标准', 'Collection standard'),
  title: 'name',
  fields: {
    name: text({ zh: '名称', en: 'Name', required: true, max: 60, sortable: true, card: true }),
    kind: choice({
      zh: '客户类型',
      en: 'Kind of customer',
      choices: customerKinds,
      sameAs: 'customer.kind',
      filterable: true,
      card: true,
      hint: words('不填则各类客户都适用', 'All kinds where empty'),
    }),
    tier: choice({
      zh: '等级',
      en: 'Tier',
      choices: Customer.fields.tier.options.choices,
      sameAs: 'customer.tier',
      filterable: true,
      card: true,
      hint: words('不填则各等级都适用', 'All tiers where empty'),
    }),
    stage: choice({
      zh: '从哪个阶段起',
      en: 'From the stage',
      required: true,
      default: 'potential',
      choices: Customer.fields.stage.options.choices,
      sameAs: 'customer.stage',
      filterable: true,
      card: true,
      hint: words('“终止”的客户不再采集', 'Nothing is collected of customers that have ended'),
    }),
    requires: choices({
      zh: '必填字段',
      en: 'Required fields',
      fieldsOf: 'customer',
      choices: Object.fromEntries(collectable.map((name) => [name, wordsOf(name)])),
      hint: words(
        '为空时不能进入该阶段或等级；已在其中的照常可改',
        'Empty, they keep a customer from entering; whoever is there can still be edited',
      ),
    }),
    everyDays: integer({
      zh: '确认周期',
      en: 'Confirmed every',
      min: 1,
      max: 3650,
      unit: words('天', 'days'),
      hint: words(
        '到期未确认，次个工作日 8:00 生成任务；不填则不要求',
        'Overdue, it is a task at 8:00 of the next working day; empty: never',
      ),
    }),
    keeper: link('user', { zh: '责任人', en: 'Responsible', hint: words('不填则为客户负责人', 'The customer’s owner where empty') }),
    note: note({ zh: '说明', en: 'Note', max: 500 }),
  },
  access: {
    card: rule.everyone,
    full: rule.everyone,
    edit: rule.role('administrator'),
    create: rule.role('administrator'),
    recycle: rule.role('administrator'),
  },
  list: { columns: ['name', 'kind', 'tier', 'stage', 'requires', 'everyDays', 'keeper'], filters: ['kind', 'tier', 'stage'], sort: 'name' },
  brief: ['tier', 'stage'],
  form: [['name'], ['kind', 'tier'], ['stage'], ['requires'], ['everyDays', 'keeper'], ['note']],
})
