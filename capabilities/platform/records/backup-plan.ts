import { rule } from '#engine/access/rules.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { clock, integer, text, yesNo } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'
import { planKey, usualPlan } from '../rules/backup-plan.ts'

/** When the company is backed up by itself, where to, and how long that is kept. There is one at most; without it what is usual holds. */
export const BackupPlan = defineRecord('backupPlan', {
  words: words('备份计划', 'Backup plan'),
  title: 'name',
  fields: {
    name: text({ zh: '名称', en: 'Name', required: true, default: '每夜备份', max: 60, card: true, sortable: true }),
    key: text({ zh: '标识', en: 'Key', from: planKey, card: true, identity: { name: 'backupPlan' } }),
    isOn: yesNo({ zh: '启用', en: 'On', default: true }),
    startsAt: clock({
      zh: '时间',
      en: 'Time',
      required: true,
      default: usualPlan.startsAt,
      hint: words('每天此刻开始', 'Every day at this time'),
    }),
    folder: text({
      zh: '文件夹',
      en: 'Folder',
      max: 300,
      pattern: { is: /^(\/|[A-Za-z]:[\\/])/, words: words('填写完整路径', 'give the whole path') },
      hint: words(
        '服务器上的完整路径，宜在另一块磁盘；不填则为数据文件夹中的 backups',
        'A whole path on the server, best on another disk; empty: "backups" within the data folder',
      ),
    }),
    keepDaily: integer({
      zh: '保留每日',
      en: 'Keep daily',
      required: true,
      default: usualPlan.keepDaily,
      min: 1,
      max: 366,
      unit: words('份', 'backups'),
    }),
    keepWeekly: integer({
      zh: '保留每周',
      en: 'Keep weekly',
      required: true,
      default: usualPlan.keepWeekly,
      min: 0,
      max: 520,
      unit: words('份', 'backups'),
    }),
    keepMonthly: integer({
      zh: '保留每月',
      en: 'Keep monthly',
      required: true,
      default: usualPlan.keepMonthly,
      min: 0,
      max: 240,
      unit: words('份', 'backups'),
    }),
  },
  access: {
    card: rule.role('administrator'),
    full: rule.role('administrator'),
    edit: rule.role('administrator'),
    create: rule.role('administrator'),
    recycle: rule.role('administrator'),
  },
  shapesAccess: true,
  list: { columns: ['name', 'isOn', 'startsAt', 'keepDaily', 'keepWeekly', 'keepMonthly'], sort: 'name' },
  form: [['name', 'isOn'], ['startsAt'], ['folder'], ['keepDaily', 'keepWeekly', 'keepMonthly']],
})
