import { defineNotice } from '#engine/notice/define-notice.ts'
import { words } from '#engine/text/words.ts'

/** Whoever gets a task hears it as with every record that becomes his; what becomes of one that he gave is told here. */
const taskSettled = defineNotice('platform.taskSettled', {
  words: words('我交办的任务有结果', 'Tasks that I gave'),
  hint: words('完成、退回、取消或重新打开', 'Completed, given back, cancelled or reopened'),
  text: words('{actor} {did} {title}', '{actor} {did} {title}'),
  many: words('{actor} {did}您交办的 {n} 项任务', '{actor} {did} {n} tasks that you gave'),
  mail: 'digest',
  tells: {
    'task.completed': { to: 'givers', did: words('完成了', 'completed') },
    'task.cancelled': { to: 'givers', did: words('取消了', 'cancelled') },
    'task.reopened': { to: 'givers', did: words('重新打开了', 'reopened') },
    'task.declined': { to: 'assignee', did: words('退回了', 'gave back') },
  },
})

export const taskDue = defineNotice('platform.taskDue', {
  words: words('任务提醒', 'Reminders of tasks'),
  text: words('{title} 将于 {due} 截止', '{title} is due {due}'),
  mail: 'now',
})

export const taskNotices = [taskSettled, taskDue]

export const backupFailed = defineNotice('platform.backupFailed', {
  words: words('备份失败', 'Failed backups'),
  hint: words('只通知系统管理员', 'Administrators only'),
  text: words('{day} 的备份没有成功', 'The backup of {day} has failed'),
  detail: words('{reason}', '{reason}'),
  mail: 'now',
  path: '/backups',
})

export const selfCheckFailed = defineNotice('platform.selfCheckFailed', {
  words: words('系统自检发现问题', 'Faults found by the self-check'),
  hint: words('只通知系统管理员', 'Administrators only'),
  text: words('自检：{what}', 'Self-check: {what}'),
  detail: words('{found}', '{found}'),
  mail: 'now',
  path: '/self-check',
})

export const auditBroken = defineNotice('platform.auditBroken', {
  words: words('审计链被改动', 'The audit has been tampered with'),
  hint: words('只通知系统管理员', 'Administrators only'),
  text: words('审计链在位置 {position} 不完整', 'The audit chain does not hold at position {position}'),
  detail: words('{reason}', '{reason}'),
  mail: 'now',
  path: '/audit',
})

export const webhookPaused = defineNotice('platform.webhookPaused', {
  words: words('Webhook 已暂停', 'Paused webhooks'),
  hint: words('只通知系统管理员', 'Administrators only'),
  text: words('{title} 已暂停发送', '{title} no longer sends'),
  detail: words('{reason}', '{reason}'),
  mail: 'now',
})
