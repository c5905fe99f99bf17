import { rule } from '#engine/access/rules.ts'
import { choice, defineLifecycle, integer, lifecycle, link, wordsField } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'
import { ways } from '../rules/arrangement.ts'
import { groups } from '../rules/customer-group.ts'
import { units } from '../rules/interval.ts'
import { targets } from '../rules/plan-in-force.ts'

export const planLife = defineLifecycle({
  states: {
    active: { ...words('执行中', 'Running'), color: 'good' },
    stopped: { ...words('停用', 'Stopped'), color: 'plain' },
  },
  initial: 'active',
  moves: { active: ['stopped'], stopped: ['active'] },
})

const only = (target: keyof typeof targets) => ({ onlyWhen: { field: 'target', is: [target] } })

/** Whoever may make records of his own sees how customers are followed; a plan for one customer shows to those who look after him. */
const seen = rule.either(
  rule.both(rule.when({ field: 'target', op: 'ne', value: 'customer' }), rule.granted('create')),
  rule.granted('full'),
  rule.owns('customer.owner'),
)

/**
 * How often customers are contacted, by which way, about what, and by whom. A supervisor makes it for his department; whom it is for stays
 * what it was.
 */
export const ContactPlan = defineRecord('contactPlan', {
  words: words('沟通计划', 'Contact plan'),
  title: 'name',
  fields: {
    name: wordsField({ zh: '名称', en: 'Name', required: true, max: 60, card: true }),
    target: choice({
      zh: '对象',
      en: 'For',
      required: true,
      default: 'tier',
      fixed: true,
      filterable: true,
      card: true,
      open: false,
      choices: targets,
      hint: words(
        '一位客户只按一个计划：单独的先于分群，再等级，再人群',
        'A customer follows one plan: his own, else that of a segment, a tier, a group',
      ),
    }),
    tier: choice({
      zh: '等级',
      en: 'Tier',
      required: true,
      fixed: true,
      open: false,
      card: true,
      choices: { A: words('A 重点', 'A key'), B: words('B 普通', 'B regular'), C: words('C 小客户', 'C small') },
      ...only('tier'),
    }),
    group: choice({ zh: '人群', en: 'Group', required: true, fixed: true, open: false, card: true, choices: groups, ...only('group') }),
    segment: link('segment', {
      zh: '分群',
      en: 'Segment',
      required: true,
      fixed: true,
      ...only('segment'),
      hint: words('成员变化每晚统计后生效', 'Who comes and goes is taken over every night'),
    }),
    customer: link('customer', { zh: '客户', en: 'Customer', required: true, fixed: true, ...only('customer') }),
    every: integer({ zh: '每隔', en: 'Every', required: true, default: 30, min: 1, max: 366 }),
    unit: choice({ zh: '单位', en: 'Unit', required: true, default: 'day', open: false, choices: units }),
    way: choice({
      zh: '方式',
      en: 'By',
      required: true,
      default: 'phone',
      filterable: true,
      open: false,
      choices: ways,
      hint: words('客户另有偏好的，按客户的', 'What the customer prefers goes before'),
    }),
    purpose: link('purpose', {
      zh: '使用目的',
      en: 'Purpose',
      hint: words('选了则不联系没有同意或已撤回的人', 'With one, nobody is contacted who has not agreed or has withdrawn'),
    }),
    content: wordsField({ zh: '谈什么', en: 'Talking points', max: 2000, hint: words('写进任务说明', 'Stands in the task') }),
    by: link('user', { zh: '由谁联系', en: 'Done by', hint: words('不选则由客户负责人', 'The owner of the customer where empty') }),
    mostPerDay: integer({
      zh: '每人每天最多',
      en: 'Most per person and day',
      required: true,
      default: 20,
      min: 1,
      max: 500,
      hint: words('多出的顺延到之后的工作日', 'What is more goes to the workdays after'),
    }),
    department: link('department', {
      zh: '部门',
      en: 'Department',
      default: 'myDepartment',
      fixed: true,
      filterable: true,
      card: true,
      hint: words('含下级部门；不选则为全公司', 'With those below; the whole company where empty'),
    }),
    state: lifecycle(planLife, { zh: '状态', en: 'State', filterable: true, card: true }),
  },
  access: {
    isNobodys: true,
    department: 'department',
    card: seen,
    full: seen,
    edit: rule.granted('edit'),
    create: rule.both(rule.granted('create'), rule.granted('edit')),
    recycle: rule.granted('edit'),
  },
  list: {
    columns: ['name', 'target', 'tier', 'group', 'every', 'unit', 'way', 'department', 'state'],
    filters: ['target', 'way', 'department', 'state'],
    sort: '-createdAt',
  },
  brief: ['target', 'state'],
  form: [
    ['name'],
    ['target', 'tier'],
    ['group'],
    ['segment'],
    ['customer'],
    ['every', 'unit'],
    ['way', 'purpose'],
    ['content'],
    ['by', 'mostPerDay'],
    ['department'],
  ],
  related: ['customer.contactPlan'],
})
