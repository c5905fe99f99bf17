import { words } from '#engine/text/words.ts'
import { defineNotice } from './define-notice.ts'

/** What the engine itself tells people of. */

export const mentioned = defineNotice('mentioned', {
  words: words('提到我', 'Mentions me'),
  hint: words('同事在评论中 @ 我', 'A colleague names me in a comment'),
  text: words('{actor} 在 {title} 提到了您', '{actor} mentioned you in {title}'),
  mail: 'now',
})

export const commented = defineNotice('commented', {
  words: words('评论', 'Comments'),
  hint: words('我负责或关注的记录有新评论', 'On records that I own or follow'),
  text: words('{actor} 评论了 {title}', '{actor} commented on {title}'),
  mail: 'digest',
})

export const assigned = defineNotice('assigned', {
  words: words('交给我', 'Handed to me'),
  hint: words('我成为一条记录的负责人', 'I become the owner of a record'),
  text: words('{actor} 把 {title} 交给您', '{actor} handed {title} to you'),
  many: words('{actor} 把 {n} 条{record}交给您', '{actor} handed {n} {records} to you'),
  mail: 'now',
})

export const shared = defineNotice('shared', {
  words: words('共享给我', 'Shared with me'),
  hint: words('同事让我查看或修改一条记录', 'A colleague lets me see or change a record'),
  text: words('{actor} 把 {title} 共享给您', '{actor} shared {title} with you'),
  many: words('{actor} 把 {n} 条{record}共享给您', '{actor} shared {n} {records} with you'),
  sight: 'card',
  mail: 'digest',
})

export const changed = defineNotice('changed', {
  words: words('关注的记录有更新', 'Changes of what I follow'),
  hint: words('几分钟内的更新合为一条', 'Changes within minutes are told as one'),
  text: words('{actor} 更新了 {title}', '{actor} updated {title}'),
  many: words('{actor} 更新了您关注的 {n} 条{record}', '{actor} updated {n} {records} that you follow'),
})

export const importEnded = defineNotice('importEnded', {
  words: words('我的导入', 'My imports'),
  hint: words('导入完成或失败', 'An import is done or has failed'),
  text: words('“{file}”{outcome}', '"{file}" {outcome}'),
  detail: words('导入 {done} 行，{refused} 行未导入', '{done} rows taken, {refused} not'),
  path: '/import/{recordName}?id={import}',
})

export const operationEnded = defineNotice('operationEnded', {
  words: words('我的批量操作', 'My bulk changes'),
  hint: words('后台的批量操作完成或失败', 'A large change in the background is done or has failed'),
  text: words('批量“{action}”{outcome}', 'Bulk "{action}" {outcome}'),
  detail: words('处理 {done} 条，{refused} 条未处理', '{done} done, {refused} not'),
  path: '/operations',
})

export const exportAsked = defineNotice('exportAsked', {
  words: words('导出等我批准', 'Exports for me to approve'),
  text: words('{actor} 申请导出 {rows} 行{record}', '{actor} asks to export {rows} rows: {record}'),
  mail: 'now',
  path: '/exports?which=waiting',
})

export const exportSettled = defineNotice('exportSettled', {
  words: words('我的导出申请', 'My requests for exports'),
  text: words('您申请的{record}导出（{rows} 行）{outcome}', 'Your export of {rows} rows ({record}) {outcome}'),
  mail: 'now',
  path: '/exports',
})

export const engineNotices = [mentioned, commented, assigned, shared, changed, importEnded, operationEnded, exportAsked, exportSettled]
