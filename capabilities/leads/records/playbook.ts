import { choice, integer, note, rows, text, url, wordsField } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { rule } from '#engine/access/rules.ts'
import { words } from '#engine/text/words.ts'

const seen = rule.granted('create')

/** What is done with every new lead, or every new customer: what to say, what to bring along, what to do on which day. */
export const Playbook = defineRecord('playbook', {
  words: words('跟进模板', 'Playbook'),
  title: 'name',
  fields: {
    name: wordsField({ zh: '名称', en: 'Name', required: true, max: 60, card: true }),
    kind: choice({
      zh: '用于',
      en: 'For',
      required: true,
      default: 'firstContact',
      open: false,
      filterable: true,
      card: true,
      choices: { firstContact: words('首次联系', 'First contact'), onboarding: words('新客户', 'New customers') },
    }),
    message: wordsField({
      zh: '怎么说',
      en: 'What to say',
      max: 2000,
      hint: words('写进第一个任务；{name} 处填姓名', 'Stands in the first task; {name} becomes the name'),
    }),
    materials: rows(
      { name: text({ zh: '资料', en: 'Material', required: true, max: 100 }), link: url({ zh: '地址', en: 'Address' }) },
      { zh: '带什么资料', en: 'Materials', max: 20 },
    ),
    steps: rows(
      {
        after: integer({ zh: '第几个工作日', en: 'Workday', required: true, min: 0, max: 366 }),
        title: text({ zh: '做什么', en: 'What to do', required: true, max: 120 }),
        note: text({ zh: '说明', en: 'Note', max: 300 }),
      },
      {
        zh: '步骤',
        en: 'Steps',
        required: true,
        max: 40,
        hint: words('0 为当天；按工作日历', '0 is the same day; by the working calendar'),
      },
    ),
    note: note({ zh: '备注', en: 'Note', max: 500 }),
  },
  access: {
    isNobodys: true,
    card: seen,
    full: seen,
    edit: rule.role('administrator', 'director', 'departmentHead'),
    create: rule.role('administrator', 'director', 'departmentHead'),
    recycle: rule.role('administrator', 'director'),
  },
  list: { columns: ['name', 'kind', 'createdAt'], filters: ['kind'], sort: '-createdAt' },
  form: [['name', 'kind'], ['message'], ['materials'], ['steps'], ['note']],
})
