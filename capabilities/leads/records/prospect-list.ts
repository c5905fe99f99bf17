import { choice, choices, integer, link, note, text } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { rule } from '#engine/access/rules.ts'
import { words } from '#engine/text/words.ts'

/** A list of those who might be customers, and what makes one fit our main business. */
export const ProspectList = defineRecord('prospectList', {
  words: words('潜客名单', 'Prospect list'),
  title: 'name',
  fields: {
    name: text({ zh: '名称', en: 'Name', required: true, max: 80, searchable: true, card: true, sortable: true }),
    source: choice({
      zh: '来源',
      en: 'From',
      required: true,
      default: 'industry',
      filterable: true,
      open: true,
      card: true,
      choices: {
        survey: words('市场调研', 'Market survey'),
        industry: words('行业名录', 'Industry list'),
        partner: words('合作伙伴推荐', 'Recommended by partners'),
        district: words('学校、园区、片区', 'Schools and districts'),
      },
    }),
    industries: choices({ zh: '合适的行业', en: 'Industries that fit', max: 20 }),
    regions: choices({ zh: '合适的地区', en: 'Regions that fit', max: 20 }),
    least: integer({ zh: '员工至少', en: 'Employees at least', min: 1 }),
    keywords: choices({
      zh: '主营关键词',
      en: 'Words of our business',
      max: 20,
      hint: words('出现在名称或说明中', 'In the name or the note'),
    }),
    note: note({ zh: '说明', en: 'Note', max: 1000 }),
    owner: link('user', { zh: '负责人', en: 'Owner', default: 'me', filterable: true, card: true }),
    department: link('department', { zh: '部门', en: 'Department', default: 'myDepartment', filterable: true, card: true }),
  },
  access: { owner: 'owner', department: 'department', recycle: rule.granted('recycle') },
  shareable: true,
  list: {
    columns: ['name', 'source', 'industries', 'regions', 'owner', 'createdAt'],
    filters: ['source', 'owner', 'department'],
    sort: '-createdAt',
  },
  form: [['name', 'source'], ['industries'], ['regions'], ['keywords'], ['least'], ['owner', 'department'], ['note']],
  related: ['prospect.list'],
})
