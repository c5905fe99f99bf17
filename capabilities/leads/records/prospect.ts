import { day, defineLifecycle, integer, lifecycle, link, note, phone, rows, text, url, wordsField } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'

const prospectLife = defineLifecycle({
  states: {
    found: { ...words('待了解', 'To be checked'), color: 'waiting' },
    checked: { ...words('已了解', 'Checked'), color: 'info' },
    lead: { ...words('已转线索', 'A lead'), color: 'good' },
    dropped: { ...words('不合适', 'Does not fit'), color: 'plain' },
  },
  initial: 'found',
  moves: { found: ['checked', 'dropped'], checked: ['lead', 'dropped'], dropped: ['found'] },
})

/** Somebody on a list who might be a customer: how well he fits, and what was found out before the first contact. */
export const Prospect = defineRecord('prospect', {
  words: words('潜客', 'Prospect'),
  title: 'name',
  under: 'list',
  fields: {
    name: text({
      zh: '名称',
      en: 'Name',
      required: true,
      max: 120,
      searchable: true,
      sortable: true,
      card: true,
      aliases: ['公司', '公司名称', '企业名称', '单位', 'company'],
    }),
    list: link('prospectList', { zh: '名单', en: 'List', required: true, card: true, aliases: ['潜客名单'] }),
    fit: integer({ zh: '契合度', en: 'Fit', min: 0, max: 100, byAction: true, quiet: true, sortable: true, filterable: true }),
    fitReasons: rows(
      { why: wordsField({ zh: '原因', en: 'Why', max: 200 }) },
      { zh: '契合原因', en: 'Why it fits', byAction: true, quiet: true, max: 6 },
    ),
    industry: text({ zh: '行业', en: 'Industry', max: 60, filterable: true, aliases: ['所属行业'] }),
    region: text({ zh: '地区', en: 'Region', max: 100, filterable: true, aliases: ['城市', '所在地'] }),
    employees: integer({ zh: '员工数', en: 'Employees', min: 0, aliases: ['人数', '规模'] }),
    person: text({ zh: '联系人', en: 'Contact', max: 60 }),
    phone: phone({ zh: '电话', en: 'Telephone', guarded: true, aliases: ['手机', '联系电话'] }),
    website: url({ zh: '网址', en: 'Website', aliases: ['官网'] }),
    note: note({ zh: '说明', en: 'Note', aliases: ['主营业务', '经营范围', '备注'] }),
    diligence: note({ zh: '背景了解', en: 'Due diligence', byAction: true, max: 4000 }),
    checkedOn: day({ zh: '了解日期', en: 'Checked on', byAction: true, filterable: true }),
    lead: link('lead', { zh: '线索', en: 'Lead', byAction: true }),
    state: lifecycle(prospectLife, { zh: '状态', en: 'State', filterable: true }),
  },
  list: {
    columns: ['name', 'fit', 'industry', 'region', 'employees', 'state', 'list'],
    filters: ['state', 'fit', 'industry', 'region', 'list'],
    sort: '-createdAt',
  },
  form: [['name', 'list'], ['industry', 'region'], ['employees', 'website'], ['person', 'phone'], ['note']],
  matchBy: ['name'],
})
