import { words, type Words } from '#engine/text/words.ts'

/** What the routes beyond records are about, by the first part of their path. */
const topics: Record<string, Words> = {
  signIn: words('登录', 'Signing in'),
  me: words('我的账号', 'My account'),
  users: words('用户的登录与安全', 'Sign-in of users'),
  search: words('搜索与最近打开', 'Search, and what was opened lately'),
  actions: words('动作', 'Actions'),
  operations: words('操作与撤销', 'Operations and undo'),
  imports: words('导入', 'Import'),
  files: words('附件', 'Files'),
  calendar: words('日历', 'Calendar'),
  notices: words('通知与评论', 'Notices and comments'),
  audit: words('审计', 'Audit'),
  live: words('实时消息', 'Live messages'),
  webhooks: words('Webhook', 'Webhooks'),
  setup: words('设置与描述', 'Setup and descriptions'),
  keeping: words('备份、任务与状态', 'Backups, jobs and health'),
  more: words('其他', 'More'),
}

const topicByPath: Record<string, string> = {
  'sign-in': 'signIn',
  'sign-out': 'signIn',
  recovery: 'signIn',
  me: 'me',
  users: 'users',
  search: 'search',
  opened: 'search',
  actions: 'actions',
  operations: 'operations',
  imports: 'imports',
  files: 'files',
  calendar: 'calendar',
  notices: 'notices',
  comments: 'notices',
  audit: 'audit',
  live: 'live',
  webhooks: 'webhooks',
  setup: 'setup',
  description: 'setup',
  'openapi.json': 'setup',
  'client.ts': 'setup',
  backups: 'keeping',
  jobs: 'keeping',
  'self-check': 'keeping',
  'slow-statements': 'keeping',
}

export const topicOf = (path: string): string => topicByPath[path.split('/')[3] ?? ''] ?? 'more'

export const topicWords = (topic: string): Words => topics[topic] ?? topics.more!
