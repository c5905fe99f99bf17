import { rule } from '#engine/access/rules.ts'
import {
  choice,
  day,
  defineLifecycle,
  integer,
  lifecycle,
  link,
  note,
  rows,
  sequence,
  text,
  wordsField,
} from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'

export const subjectRequestLife = defineLifecycle({
  states: {
    open: { ...words('处理中', 'Open'), color: 'info' },
    erasing: { ...words('正在删除', 'Erasing'), color: 'warning' },
    done: { ...words('已办结', 'Done'), color: 'good' },
    refused: { ...words('已拒绝', 'Refused'), color: 'plain' },
  },
  initial: 'open',
  moves: { open: ['done', 'refused', 'erasing'], erasing: ['done'] },
})

/** What a human being asks about his own data: a copy, a correction, that it be erased or no longer used (PIPL articles 44 to 50). */
export const SubjectRequest = defineRecord('subjectRequest', {
  words: words('个人信息请求', 'Subject request'),
  title: 'number',
  under: 'customer',
  fields: {
    number: sequence('GR{year}-{0000}', { zh: '编号', en: 'Number', card: true, filterable: true }),
    customer: link('customer', { zh: '客户', en: 'Customer', required: true, fixed: true, card: true }),
    contact: link('contact', { zh: '联系人', en: 'Contact', required: true, fixed: true, within: { customer: 'customer' } }),
    kind: choice({
      zh: '请求',
      en: 'Request',
      required: true,
      fixed: true,
      filterable: true,
      choices: {
        copy: words('查阅、复制', 'A copy'),
        correct: words('更正、补充', 'Correct'),
        erase: words('删除', 'Erase'),
        restrict: words('限制处理', 'Restrict'),
      },
    }),
    receivedOn: day({ zh: '收到日期', en: 'Received', required: true, default: 'today', fixed: true }),
    channel: text({ zh: '提出方式', en: 'How it came', max: 60 }),
    identityCheck: text({
      zh: '身份核验',
      en: 'Identity check',
      max: 200,
      hint: words('怎样确认是本人', 'How it was made sure that it is the person'),
    }),
    warnOn: day({ zh: '提醒日', en: 'Warn on', required: true, byAction: true, inner: true }),
    dueOn: day({ zh: '办结期限', en: 'Due', required: true, byAction: true, sortable: true, filterable: true, card: true }),
    state: lifecycle(subjectRequestLife, { zh: '状态', en: 'State', filterable: true }),
    answer: note({ zh: '答复', en: 'Answer' }),
    doneOn: day({ zh: '办结日期', en: 'Done on', byAction: true }),
    report: rows(
      {
        place: wordsField({ zh: '何处', en: 'Where', required: true }),
        found: integer({ zh: '处', en: 'Found', required: true }),
        left: integer({ zh: '余', en: 'Left', required: true }),
      },
      { zh: '删除证明', en: 'Proof of erasing', byAction: true },
    ),
  },
  access: {
    create: rule.either(rule.granted('create'), rule.through('full')),
    edit: rule.through('edit'),
    recycle: rule.role('administrator'),
  },
  list: {
    columns: ['number', 'contact', 'customer', 'kind', 'state', 'receivedOn', 'dueOn', 'doneOn'],
    filters: ['state', 'kind', 'dueOn'],
    sort: 'dueOn',
  },
  brief: ['customer', 'dueOn'],
  form: [['customer', 'contact'], ['kind', 'receivedOn'], ['channel', 'identityCheck'], ['answer']],
  variant: 'kind',
})
