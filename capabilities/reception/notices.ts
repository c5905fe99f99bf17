import { defineNotice } from '#engine/notice/define-notice.ts'
import { words } from '#engine/text/words.ts'

export const incidentAlarm = defineNotice('reception.incident', {
  words: words('前台呼叫', 'Calls from the counter'),
  text: words('{actor} 在前台呼叫：{title}', '{actor} calls from the counter: {title}'),
  mail: 'now',
})

export const questionAsked = defineNotice('reception.question', {
  words: words('需要我答复的问题', 'Questions for me'),
  text: words('{actor} 转来客户的问题：{title}', '{actor} passes on a visitor’s question: {title}'),
  mail: 'now',
})

export const receptionNotices = [incidentAlarm, questionAsked]
