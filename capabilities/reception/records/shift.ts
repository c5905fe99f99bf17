import { rule } from '#engine/access/rules.ts'
import { choice, clock, day, defineLifecycle, integer, lifecycle, link, links, rows, text } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'

export const presences = {
  free: { ...words('空闲', 'Free'), color: 'good' },
  counted: { ...words('接待中（占轮）', 'Receiving, turn used'), color: 'info' },
  uncounted: { ...words('接待中（不占轮）', 'Receiving, no turn'), color: 'info' },
  out: { ...words('外出办事', 'Out on business'), color: 'plain' },
  absent: { ...words('缺勤', 'Absent'), color: 'bad' },
  late: { ...words('迟到', 'Late'), color: 'bad' },
  away: { ...words('擅自离岗', 'Away without leave'), color: 'bad' },
  left: { ...words('下班', 'Gone home'), color: 'plain' },
} as const

const shiftLife = defineLifecycle({
  states: { open: { ...words('进行中', 'Running'), color: 'good' }, closed: { ...words('已结束', 'Closed'), color: 'plain' } },
  initial: 'open',
  moves: { open: ['closed'] },
})

/** Who receives at a site on a day, in the order of the ring. The ring itself is moved by the desk's actions alone. */
export const Shift = defineRecord('shift', {
  words: words('班次', 'Shift'),
  title: 'name',
  fields: {
    name: text({ zh: '名称', en: 'Name', max: 120, byAction: true, card: true }),
    site: link('department', { zh: '现场', en: 'Site', required: true, fixed: true, filterable: true, card: true }),
    day: day({ zh: '日期', en: 'Day', required: true, fixed: true, sortable: true, filterable: true, card: true }),
    begins: clock({ zh: '起', en: 'From', required: true, default: '09:00', fixed: true, card: true }),
    ends: clock({ zh: '止', en: 'To', required: true, default: '18:00', fixed: true, card: true }),
    members: links('user', {
      zh: '轮值顺序',
      en: 'In the order of the ring',
      required: true,
      max: 60,
      fixed: true,
      filterable: true,
      card: true,
    }),
    state: lifecycle(shiftLife, { zh: '状态', en: 'State', filterable: true, card: true }),
    setting: link('siteSetting', { zh: '规则版次', en: 'Site rules', byAction: true }),
    ring: rows(
      {
        user: link('user', { zh: '人员', en: 'Who', required: true }),
        presence: choice({ zh: '状态', en: 'State', required: true, open: false, choices: presences }),
        owed: text({ zh: '欠轮', en: 'Owed since', max: 2000 }),
        skips: text({ zh: '越过', en: 'Passed over next', max: 500 }),
      },
      { zh: '轮次', en: 'Ring', byAction: true, inner: true, max: 60 },
    ),
    pointer: integer({ zh: '轮到', en: 'Pointer', byAction: true, inner: true }),
    turns: integer({ zh: '已用轮次', en: 'Turns used', byAction: true }),
    entries: integer({ zh: '记录条数', en: 'Entries of the log', byAction: true, inner: true }),
  },
  access: {
    isNobodys: true,
    department: 'site',
    card: rule.either(rule.granted('full'), rule.owns('members')),
    full: rule.either(rule.granted('full'), rule.owns('members')),
    edit: rule.granted('edit'),
    create: rule.both(rule.granted('create'), rule.granted('edit')),
    recycle: rule.role('administrator'),
  },
  list: {
    columns: ['name', 'site', 'day', 'begins', 'ends', 'members', 'turns', 'state'],
    filters: ['site', 'day', 'state'],
    sort: '-day',
  },
  brief: ['site', 'day'],
  form: [['site', 'day'], ['begins', 'ends'], ['members']],
  related: ['turnEntry.shift'],
})
