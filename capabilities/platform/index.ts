import type { Capability } from '#engine/record/house.ts'
import { words } from '#engine/text/words.ts'
import { addChoice, changeChoice, moveChoice, restoreChoice, retireChoice } from './actions/change-choices.ts'
import { cancelTask, completeTask, reopenTask, stopRepeating } from './actions/close-task.ts'
import { createCustomField } from './actions/create-custom-field.ts'
import { editCustomField } from './actions/edit-custom-field.ts'
import { purgeField } from './actions/purge-field.ts'
import { restoreField, retireField } from './actions/retire-field.ts'
import { createChoiceList, editChoiceList, recycleChoiceList } from './actions/save-choice-list.ts'
import { createLayout, editLayout } from './actions/save-layout.ts'
import { createNumberRule, editNumberRule } from './actions/save-number-rule.ts'
import { createClassRule, createFieldClass, editClassRule, editFieldClass } from './actions/save-secrecy.ts'
import { createWebhook, editWebhook, pauseWebhook, switchOffWebhook, switchOnWebhook } from './actions/switch-webhook.ts'
import { createTask } from './actions/create-task.ts'
import { editTask } from './actions/edit-task.ts'
import { declineTask, delegateTask } from './actions/hand-task.ts'
import { postponeTask } from './actions/postpone-task.ts'
import { remindTask } from './actions/remind-task.ts'
import { endUserSessions, removePasskeys, resetSecondFactor, unlockUser } from './actions/let-in-again.ts'
import { setPassword } from './actions/set-password.ts'
import { countField, rebuildIndex } from './actions/settle-field.ts'
import { checkAuditDaily } from './audit-jobs.ts'
import { backupJobs } from './backup-jobs.ts'
import { platformEvents } from './events.ts'
import { platformJobs } from './jobs.ts'
import { auditBroken, backupFailed, selfCheckFailed, taskNotices, webhookPaused } from './notices.ts'
import { platformReactions } from './reactions.ts'
import { builtInExportRules, ExportRule } from './records/export-rule.ts'
import { ClassRule, FieldClass } from './records/secrecy.ts'
import { providerRoutes } from './provider-routes.ts'
import { backupRoutes } from './routes.ts'
import { checkItself } from './self-check-job.ts'
import { BackupPlan } from './records/backup-plan.ts'
import { ChoiceList } from './records/choice-list.ts'
import { CustomField } from './records/custom-field.ts'
import { IdentityProvider } from './records/identity-provider.ts'
import { Layout } from './records/layout.ts'
import { NumberRule } from './records/number-rule.ts'
import { Role } from './records/role.ts'
import { Task } from './records/task.ts'
import { User } from './records/user.ts'
import { View } from './records/view.ts'
import { Webhook } from './records/webhook.ts'
import { webhookJobs } from './webhooks/jobs.ts'
import { readForWebhooks } from './webhooks/read-events.ts'
import { webhookRoutes } from './webhooks/routes.ts'

export { builtInExportRules }
export { builtInRoles } from './rules/built-in-roles.ts'
export { builtInViews } from './built-in-views.ts'
export { readSetup } from './queries.ts'
export { CustomField, Role, Task, User, View }

export const platform: Capability = {
  name: 'platform',
  words: words('平台', 'Platform'),
  rank: 0,
  records: [
    User,
    Role,
    IdentityProvider,
    CustomField,
    ChoiceList,
    Layout,
    NumberRule,
    FieldClass,
    ClassRule,
    View,
    Task,
    BackupPlan,
    Webhook,
    ExportRule,
  ],
  actions: [
    setPassword,
    unlockUser,
    resetSecondFactor,
    removePasskeys,
    endUserSessions,
    createCustomField,
    editCustomField,
    retireField,
    restoreField,
    purgeField,
    countField,
    rebuildIndex,
    createChoiceList,
    editChoiceList,
    recycleChoiceList,
    addChoice,
    changeChoice,
    retireChoice,
    restoreChoice,
    moveChoice,
    createLayout,
    editLayout,
    createNumberRule,
    editNumberRule,
    createFieldClass,
    editFieldClass,
    createClassRule,
    editClassRule,
    createTask,
    editTask,
    completeTask,
    postponeTask,
    delegateTask,
    declineTask,
    stopRepeating,
    cancelTask,
    reopenTask,
    remindTask,
    createWebhook,
    editWebhook,
    switchOnWebhook,
    switchOffWebhook,
    pauseWebhook,
  ],
  reactions: platformReactions,
  events: platformEvents,
  jobs: [...platformJobs, ...backupJobs, checkAuditDaily, checkItself, ...webhookJobs],
  notices: [...taskNotices, backupFailed, auditBroken, selfCheckFailed, webhookPaused],
  readers: [readForWebhooks],
  routes: [...backupRoutes, ...providerRoutes, ...webhookRoutes],
  menuSections: [{ name: 'administration', words: words('管理', 'Administration'), order: 900 }],
  menu: [
    { path: '/today', words: words('今天', 'Today'), icon: 'today', order: 10 },
    { path: '/calendar', words: words('日历', 'Calendar'), icon: 'calendar', order: 20 },
    { path: '/task', words: words('任务', 'Tasks'), icon: 'task', record: 'task', order: 30 },
    {
      path: '/user',
      words: words('用户', 'Users'),
      icon: 'user',
      record: 'user',
      roles: ['administrator'],
      section: 'administration',
      order: 910,
    },
    {
      path: '/role',
      words: words('角色', 'Roles'),
      icon: 'key',
      record: 'role',
      roles: ['administrator'],
      section: 'administration',
      order: 920,
    },
    { path: '/rights', words: words('权限', 'Rights'), icon: 'rights', roles: ['administrator'], section: 'administration', order: 925 },
    {
      path: '/identityProvider',
      words: words('单点登录', 'Single sign-on'),
      icon: 'key',
      record: 'identityProvider',
      roles: ['administrator'],
      section: 'administration',
      order: 927,
    },
    { path: '/setup', words: words('设置', 'Setup'), icon: 'settings', roles: ['administrator'], section: 'administration', order: 930 },
    {
      path: '/view',
      words: words('视图', 'Views'),
      icon: 'settings',
      record: 'view',
      roles: ['administrator'],
      section: 'administration',
      order: 940,
    },
    { path: '/audit', words: words('审计', 'Audit'), icon: 'audit', right: 'audit', section: 'administration', order: 945 },
    {
      path: '/self-check',
      words: words('系统自检', 'Self-check'),
      icon: 'pulse',
      roles: ['administrator'],
      section: 'administration',
      order: 947,
    },
    {
      path: '/webhook',
      words: words('Webhook', 'Webhooks'),
      icon: 'webhook',
      record: 'webhook',
      roles: ['administrator'],
      section: 'administration',
      order: 955,
    },
    {
      path: '/open-api',
      words: words('开放接口', 'Open interface'),
      icon: 'api',
      roles: ['administrator'],
      section: 'administration',
      order: 957,
    },
    { path: '/exports', words: words('导出', 'Exports'), icon: 'export', roles: ['administrator'], section: 'administration', order: 948 },
    { path: '/backups', words: words('备份', 'Backups'), icon: 'backup', roles: ['administrator'], section: 'administration', order: 950 },
  ],
}
