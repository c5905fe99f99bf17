import { rule } from '#engine/access/rules.ts'
import { choice, clock, day, link, note, text } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'
import { leaveKinds } from '../rules/duty.ts'

/**
 * Somebody is away for some days, or works on days that are free for others. Everybody sees that a colleague is away and who stands in for
 * him; why he is away is for himself and those above him.
 */
export const Leave = defineRecord('leave', {
  words: words('请假与调休', 'Leave'),
  plural: 'Leave',
  title: 'name',
  fields: {
    // The name of whoever is away: what a line about a leave says.
    name: text({ zh: '姓名', en: 'Name', max: 60, byAction: true, card: true }),
    user: link('user', {
      zh: '人员',
      en: 'Who',
      required: true,
      default: 'me',
      fixed: true,
      filterable: true,
      card: true,
      aliases: ['姓名', '员工', '请假人', 'employee'],
    }),
    kind: choice({
      zh: '类型',
      en: 'Kind',
      required: true,
      default: 'annual',
      filterable: true,
      choices: leaveKinds,
      aliases: ['假别', '假期类型'],
    }),
    from: day({
      zh: '从',
      en: 'From',
      required: true,
      sortable: true,
      filterable: true,
      card: true,
      aliases: ['开始', '开始日期', 'start'],
    }),
    to: day({ zh: '到', en: 'To', required: true, sortable: true, filterable: true, card: true, aliases: ['结束', '结束日期', 'end'] }),
    fromTime: clock({
      zh: '开始时间',
      en: 'From, at',
      card: true,
      hint: words('不填则从上班起', 'From the beginning of work where empty'),
    }),
    toTime: clock({ zh: '结束时间', en: 'To, at', card: true, isEnd: true, hint: words('不填则到下班', 'To the end of work where empty') }),
    standIn: link('user', {
      zh: '代班人',
      en: 'Stand-in',
      card: true,
      hint: words('期间老客户的新线索等由代班人接', 'Takes what comes in meanwhile from those who know the one who is away'),
      aliases: ['代理人', '交接人'],
    }),
    note: note({ zh: '说明', en: 'Note', max: 500, aliases: ['原因', '事由'] }),
    department: link('department', { zh: '部门', en: 'Department', byAction: true, filterable: true, card: true }),
  },
  access: {
    owner: 'user',
    department: 'department',
    card: rule.everyone,
    full: rule.either(rule.granted('full'), rule.owns('user')),
    edit: rule.either(rule.granted('edit'), rule.owns('user')),
    create: rule.either(rule.granted('edit'), rule.owns('user')),
    recycle: rule.either(rule.granted('recycle'), rule.owns('user')),
  },
  list: {
    columns: ['name', 'kind', 'from', 'to', 'standIn', 'department'],
    filters: ['user', 'kind', 'from', 'to', 'department'],
    sort: '-from',
  },
  brief: ['from', 'to'],
  form: [['user', 'kind'], ['from', 'to'], ['fromTime', 'toTime'], ['standIn'], ['note']],
})
