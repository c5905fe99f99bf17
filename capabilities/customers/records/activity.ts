import { rule } from '#engine/access/rules.ts'
import { choice, day, defineLifecycle, instant, integer, lifecycle, link, note, text, yesNo } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'

export const activityLife = defineLifecycle({
  states: {
    planned: { ...words('计划', 'Planned'), color: 'info' },
    done: { ...words('完成', 'Done'), color: 'good' },
    cancelled: { ...words('取消', 'Cancelled'), color: 'plain' },
  },
  initial: 'planned',
  moves: { planned: ['done', 'cancelled'], cancelled: ['planned'] },
})

const whenImportant = { field: 'isImportant', is: ['true'] } as const

/** A contact with a customer, planned or done: a call, a visit, a message. */
export const Activity = defineRecord('activity', {
  words: words('联系记录', 'Activity'),
  plural: 'Activities',
  title: 'subject',
  under: 'customer',
  fields: {
    subject: text({ zh: '主题', en: 'Subject', required: true, max: 200, searchable: true, aliases: ['标题', '跟进主题'] }),
    customer: link('customer', {
      zh: '客户',
      en: 'Customer',
      required: true,
      card: true,
      counted: true,
      aliases: ['客户名称', '公司', 'account', 'company'],
    }),
    contact: link('contact', { zh: '联系人', en: 'Contact', within: { customer: 'customer' } }),
    kind: choice({
      zh: '方式',
      en: 'Kind',
      required: true,
      default: 'call',
      filterable: true,
      card: true,
      open: true,
      choices: {
        call: { ...words('电话', 'Call'), aliases: ['通话', '来电', '去电'] },
        visit: { ...words('拜访', 'Visit'), aliases: ['上门', '来访'] },
        mail: { ...words('邮件', 'Mail'), aliases: ['email'] },
        meeting: { ...words('会议', 'Meeting'), aliases: ['会面'] },
        message: { ...words('消息', 'Message'), aliases: ['微信', '短信'] },
        note: { ...words('备注', 'Note') },
      },
    }),
    state: lifecycle(activityLife, { zh: '状态', en: 'State', filterable: true }),
    at: instant({
      zh: '时间',
      en: 'Time',
      required: true,
      begins: 'now',
      sortable: true,
      filterable: true,
      card: true,
      aliases: ['跟进时间', '联系时间', 'date', 'time'],
    }),
    minutes: integer({ zh: '时长（分钟）', en: 'Minutes', min: 0, max: 10_000 }),
    by: link('user', { zh: '执行人', en: 'Done by', default: 'me', filterable: true, aliases: ['跟进人', '业务员'] }),
    outcome: text({ zh: '结果', en: 'Outcome', max: 200 }),
    nextStep: text({ zh: '下一步', en: 'Next step', max: 200 }),
    nextOn: day({ zh: '下次联系', en: 'Next on' }),
    body: note({ zh: '内容', en: 'Content', aliases: ['跟进内容', '详情', 'notes'] }),
    isImportant: yesNo({
      zh: '重要联系',
      en: 'Important',
      hint: words('分三步：准备、记录、跟进', 'In three steps: preparation, record, follow-up'),
      aliases: ['重点联系'],
    }),
    goal: text({ zh: '目标', en: 'Goal', required: true, max: 200, onlyWhen: whenImportant }),
    talkingPoints: note({ zh: '谈话要点', en: 'Talking points', onlyWhen: whenImportant }),
    noFollowUp: text({
      zh: '无需跟进的原因',
      en: 'No follow-up because',
      max: 200,
      onlyWhen: whenImportant,
      hint: words('填了下一步和下次联系则不填', 'Empty where there is a next step with its day'),
    }),
  },
  access: {
    create: rule.either(rule.granted('create'), rule.through('full')),
    edit: rule.either(rule.granted('edit'), rule.through('edit'), rule.both(rule.owns('by'), rule.through('full'))),
    recycle: rule.either(rule.granted('recycle'), rule.both(rule.owns('by'), rule.through('edit'))),
  },
  list: {
    columns: ['subject', 'customer', 'kind', 'state', 'at', 'by', 'outcome', 'nextStep'],
    filters: ['kind', 'state', 'at', 'by', 'customer'],
    sort: '-at',
  },
  variant: 'kind',
  calendar: { at: 'at', minutes: 'minutes', who: 'by', about: 'customer', sort: 'kind', open: ['planned'], hides: ['cancelled'] },
  brief: ['customer', 'at'],
  form: [
    ['subject'],
    ['customer', 'contact'],
    ['kind', 'at'],
    ['minutes', 'by'],
    ['isImportant'],
    ['goal'],
    ['talkingPoints'],
    ['outcome'],
    ['nextStep', 'nextOn'],
    ['noFollowUp'],
    ['body'],
  ],
})
