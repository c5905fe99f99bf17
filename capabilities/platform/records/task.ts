import { rule } from '#engine/access/rules.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import {
  choice,
  clock,
  day,
  defineLifecycle,
  instant,
  lifecycle,
  link,
  linkAny,
  links,
  note,
  repetition,
  text,
} from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'
import { pendingReminder, reminders } from '../rules/task-days.ts'

const taskLife = defineLifecycle({
  states: {
    open: { ...words('待办', 'Open'), color: 'info' },
    done: { ...words('完成', 'Done'), color: 'good' },
    cancelled: { ...words('取消', 'Cancelled'), color: 'plain' },
  },
  initial: 'open',
  moves: { open: ['done', 'cancelled'], done: ['open'], cancelled: ['open'] },
})

/** Whoever has to do it, whoever gave it to him, and the administrator. Superiors look on. */
export const mayEditTask = rule.either(rule.owns('assignee'), rule.owns('givers'), rule.role('administrator'))

/**
 * Something that somebody has to do. It belongs to those whom it concerns: the assignee and those who gave it. Whom a role lets see the
 * assignee's things (a head his department's, a director everybody's) sees it too and changes nothing; nobody sees a part of it.
 */
export const Task = defineRecord('task', {
  words: words('任务', 'Task'),
  title: 'title',
  fields: {
    title: text({
      zh: '标题',
      en: 'Title',
      required: true,
      max: 200,
      searchable: true,
      card: true,
      aliases: ['任务', '主题', '待办', 'task'],
    }),
    dueOn: day({
      zh: '截止日期',
      en: 'Due',
      sortable: true,
      filterable: true,
      card: true,
      aliases: ['截止', '到期', '日期', 'due', 'due date', 'deadline'],
    }),
    dueTime: clock({ zh: '截止时间', en: 'Due at', hint: words('不填则为当天', 'Any time of the day where empty') }),
    assignee: link('user', {
      zh: '负责人',
      en: 'Assignee',
      required: true,
      default: 'me',
      fixed: true,
      filterable: true,
      hint: words('交给同事后，您仍可查看，完成时会收到通知', 'Given to a colleague, you still see it and hear when it is done'),
      aliases: ['执行人', '处理人', 'assignee', 'owner'],
    }),
    about: linkAny({ zh: '关于', en: 'About', filterable: true }),
    priority: choice({
      zh: '优先级',
      en: 'Priority',
      required: true,
      default: 'normal',
      filterable: true,
      choices: {
        high: { ...words('高', 'High'), color: 'bad', aliases: ['紧急', '重要', 'urgent'] },
        normal: words('普通', 'Normal'),
        low: { ...words('低', 'Low'), color: 'plain' },
      },
    }),
    remind: choice({ zh: '提醒', en: 'Reminder', choices: reminders }),
    repeats: repetition({
      zh: '重复',
      en: 'Repeats',
      filterable: true,
      hint: words('完成一次，生成下一次', 'Completing one makes the next'),
    }),
    note: note({ zh: '说明', en: 'Note', aliases: ['内容', '备注', 'description', 'notes'] }),
    state: lifecycle(taskLife, { zh: '状态', en: 'State', filterable: true }),
    givers: links('user', { zh: '交办人', en: 'Given by', byAction: true, filterable: true }),
    remark: text({ zh: '附言', en: 'Remark', max: 500, byAction: true }),
    department: link('department', { zh: '部门', en: 'Department', byAction: true, filterable: true }),
    previous: link('task', { zh: '上一次', en: 'Previous', byAction: true }),
    occursOn: day({ zh: '本次日期', en: 'Occurs on', byAction: true }),
    remindAt: instant({
      zh: '提醒时间',
      en: 'Remind at',
      byAction: true,
      inner: true,
      quiet: true,
      filterable: true,
      from: pendingReminder,
    }),
    remindedFor: instant({ zh: '已提醒', en: 'Reminded for', byAction: true, inner: true, quiet: true }),
  },
  access: {
    owner: 'assignee',
    department: 'department',
    card: rule.nobody,
    full: rule.either(mayEditTask, rule.granted('full')),
    edit: mayEditTask,
    create: rule.everyone,
    recycle: rule.either(
      rule.owns('givers'),
      rule.both(rule.owns('assignee'), rule.when({ field: 'givers', op: 'empty' })),
      rule.role('administrator'),
    ),
  },
  list: {
    columns: ['title', 'dueOn', 'dueTime', 'state', 'priority', 'assignee', 'givers', 'about', 'repeats'],
    filters: ['state', 'dueOn', 'assignee', 'givers', 'priority', 'about', 'repeats', 'department', 'createdAt'],
    sort: 'dueOn',
  },
  form: [['title'], ['dueOn', 'dueTime'], ['assignee', 'priority'], ['about'], ['remind'], ['repeats'], ['note']],
  calendar: {
    at: 'dueOn',
    clock: 'dueTime',
    who: 'assignee',
    about: 'about',
    open: ['open'],
    hides: ['cancelled'],
    repeats: { rule: 'repeats', day: 'occursOn' },
  },
})
