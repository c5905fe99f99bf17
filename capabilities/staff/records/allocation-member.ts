import { rule } from '#engine/access/rules.ts'
import { choices, clock, integer, link, text, yesNo } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'
import { memberKey } from '../rules/member-key.ts'

const covers = (zh: string, en: string) => choices({ zh, en, max: 30 })

/** Somebody to whom a queue hands out: how much, at what hours, and for what. */
export const AllocationMember = defineRecord('allocationMember', {
  words: words('队列成员', 'Queue member'),
  title: 'name',
  under: 'queue',
  fields: {
    name: text({ zh: '姓名', en: 'Name', max: 60, byAction: true, card: true }),
    queue: link('allocationQueue', { zh: '队列', en: 'Queue', required: true, card: true }),
    user: link('user', { zh: '成员', en: 'Member', required: true, fixed: true, filterable: true, card: true }),
    weight: integer({
      zh: '权重',
      en: 'Weight',
      required: true,
      default: 1,
      min: 1,
      max: 100,
      hint: words('权重 2 的人分到两倍', 'Weight 2 is given twice as much'),
    }),
    isPaused: yesNo({ zh: '暂停接收', en: 'Pauses', filterable: true }),
    capacity: integer({
      zh: '手上最多',
      en: 'Most in hand',
      min: 1,
      max: 10_000,
      hint: words('不填则按队列', 'As of the queue where empty'),
    }),
    quota: integer({ zh: '每天最多', en: 'Most a day', min: 1, max: 10_000, hint: words('不填则按队列', 'As of the queue where empty') }),
    shiftFrom: clock({ zh: '班次从', en: 'Shift from', hint: words('不填则按工作日历', 'By the working calendar where empty') }),
    shiftTo: clock({ zh: '班次到', en: 'Shift to', isEnd: true, hint: words('可跨零点', 'May be past midnight') }),
    regions: covers('负责地区', 'Regions'),
    products: covers('负责产品', 'Products'),
    segments: covers('负责分群', 'Segments'),
    tiers: covers('负责等级', 'Tiers'),
    languages: covers('语言', 'Languages'),
    skills: covers('技能', 'Skills'),
    key: text({ zh: '队列和成员', en: 'Queue and member', from: memberKey, inner: true, identity: { name: 'allocationMember' } }),
  },
  access: {
    edit: rule.role('administrator'),
    create: rule.role('administrator'),
    recycle: rule.role('administrator'),
  },
  list: { columns: ['name', 'queue', 'weight', 'capacity', 'quota', 'isPaused'], filters: ['user', 'isPaused'], sort: '-createdAt' },
  form: [
    ['queue', 'user'],
    ['weight', 'isPaused'],
    ['capacity', 'quota'],
    ['shiftFrom', 'shiftTo'],
    ['regions', 'products'],
    ['segments', 'tiers'],
    ['languages', 'skills'],
  ],
})
