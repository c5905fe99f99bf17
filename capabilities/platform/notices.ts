import { defineNotice } from '#engine/notice/define-notice.ts'
import { words } from '#engine/text/words.ts'

export const taskGiven = defineNotice('platform.taskGiven', {
  words: words('交给我的任务', 'Tasks given to me'),
  hint: words('同事把任务交给我，或把我交办的退回', 'A colleague gives me a task, or gives mine back'),
  text: words('{actor} {did} {title}', '{actor} {did} {title}'),
  many: words('{actor} 交给你 {n} 项任务', '{actor} gave you {n} tasks'),
  mail: 'now',
})

export const taskSettled = defineNotice('platform.taskSettled', {
  words: words('我交办的任务有结果', 'Tasks that I gave'),
  hint: words('完成、取消或重新打开', 'Completed, cancelled or reopened'),
  text: words('{actor} {did} {title}', '{actor} {did} {title}'),
  mail: 'digest',
})

export const taskDue = defineNotice('platform.taskDue', {
  words: words('任务提醒', 'Reminders of tasks'),
  text: words('{title} 将于 {due} 截止', '{title} is due {due}'),
  mail: 'now',
})

export const taskNotices = [taskGiven, taskSettled, taskDue]
