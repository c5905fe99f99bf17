import type { Screens } from '#engine/web/screens.ts'
import { words } from '#engine/text/words.ts'
import { later } from '#engine/web/later.tsx'

const GivenTasks = later(() => import('./GivenTasks.tsx').then((file) => file.GivenTasks))
const MyTasks = later(() => import('./MyTasks.tsx').then((file) => file.MyTasks), { isLikely: true })
const WebhookPanel = later(() => import('./WebhookPanel.tsx').then((file) => file.WebhookPanel))
const ProviderPanel = later(() => import('./ProviderPanel.tsx').then((file) => file.ProviderPanel))
const TaskPanel = later(() => import('./TaskPanel.tsx').then((file) => file.TaskPanel), { isLikely: true })

/** What a task is never about: tasks themselves, and how screens and rights are set up. */
const notAbout = new Set([
  'task',
  'view',
  'role',
  'exportRule',
  'customField',
  'choiceList',
  'layout',
  'numberRule',
  'backupPlan',
  'identityProvider',
  'webhook',
])

export const platformScreens: Screens = {
  screens: [
    { path: '/today', load: () => import('./TodayPage.tsx') },
    { path: '/calendar', load: () => import('#engine/web/calendar/CalendarPage.tsx') },
    { path: '/setup', load: () => import('./SetupScreen.tsx') },
    { path: '/rights', load: () => import('./RightsPage.tsx') },
    { path: '/audit', load: () => import('#engine/web/AuditPage.tsx') },
    { path: '/self-check', load: () => import('#engine/web/health/HealthPage.tsx') },
    { path: '/backups', load: () => import('./BackupsPage.tsx') },
    { path: '/open-api', load: () => import('#engine/web/open-api/OpenApiPage.tsx') },
  ],
  panels: [
    {
      words: words('发送与密钥', 'Deliveries and secret'),
      place: 'main',
      on: (record) => record.name === 'webhook',
      Show: WebhookPanel,
      order: 10,
    },
    {
      words: words('连接', 'Connection'),
      place: 'main',
      on: (record, item) => record.name === 'identityProvider' && !item.deletedAt,
      Show: ProviderPanel,
    },
    { words: words('任务', 'Tasks'), place: 'related', on: (record) => !notAbout.has(record.name), Show: TaskPanel, order: 20 },
  ],
  today: [
    { place: 'main', order: 10, Show: MyTasks },
    { place: 'main', order: 30, Show: GivenTasks },
  ],
  commands: [
    {
      words: words('角色与权限', 'Roles and rights'),
      aliases: ['权限', '角色', 'roles', 'rights', 'permissions', 'qx'],
      path: '/rights',
    },
    { words: words('今天', 'Today'), aliases: ['待办', 'todo', 'jt'], path: '/today' },
    { words: words('开放接口', 'Open interface'), aliases: ['接口', 'api', 'openapi', '令牌', 'token', 'jk'], path: '/open-api' },
    { words: words('日历', 'Calendar'), aliases: ['日程', 'agenda', 'rl'], path: '/calendar' },
    {
      words: words('单点登录：身份提供方', 'Single sign-on: identity providers'),
      aliases: ['单点登录', 'sso', 'oidc', 'openid', 'ddl'],
      path: '/identityProvider',
    },
    { words: words('新建任务', 'New task'), aliases: ['任务', '待办', 'task', 'xjrw'], path: '/today?new=task' },
    {
      words: words('设置字段、选项、布局和编号', 'Set up fields, choices, layouts and numbers'),
      aliases: ['设置', '自定义字段', '选项', '布局', '编号', 'setup', 'custom fields', 'choice lists', 'layout', 'numbers'],
      path: '/setup',
    },
    {
      words: words('系统自检', 'Self-check'),
      aliases: ['健康', '慢查询', 'health', 'slow', 'zj', 'xtzj'],
      path: '/self-check',
    },
  ],
}
