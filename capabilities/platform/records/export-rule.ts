import { rule } from '#engine/access/rules.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { choice, integer, text } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'

/** From how many rows an export needs approval, and whose. */
export const ExportRule = defineRecord('exportRule', {
  words: words('导出规则', 'Export rule'),
  title: 'record',
  fields: {
    record: text({
      zh: '对象',
      en: 'Record',
      required: true,
      fixed: true,
      card: true,
      sortable: true,
      among: 'records or *',
      identity: { name: 'exportRule' },
      hint: words('* 为没有单独规则的全部对象', '* stands for all without a rule of their own'),
    }),
    rows: integer({
      zh: '超过多少行需要批准',
      en: 'Approval over',
      required: true,
      default: 1000,
      min: 0,
      max: 10_000,
      unit: words('行', 'rows'),
      hint: words('同一人 24 小时内合计；0 为每次都要批准', 'Of one person within 24 hours; 0: every export'),
    }),
    approvedBy: choice({
      zh: '由谁批准',
      en: 'Approved by',
      required: true,
      default: 'superior',
      choices: {
        superior: words('申请人的上级', 'The superior of whoever asks'),
        right: words('有“批准导出”权限的人', 'Whoever has the right to approve exports'),
      },
      hint: words('没有上级时由有权限的人批准', 'Where there is no superior, by those who have the right'),
    }),
    waitHours: integer({
      zh: '等待批准',
      en: 'Waits for approval',
      required: true,
      default: 48,
      min: 1,
      max: 720,
      unit: words('小时', 'hours'),
    }),
    keepHours: integer({ zh: '文件保留', en: 'File is kept', required: true, default: 72, min: 1, max: 720, unit: words('小时', 'hours') }),
  },
  access: {
    card: rule.role('administrator'),
    full: rule.role('administrator'),
    edit: rule.role('administrator'),
    create: rule.role('administrator'),
    recycle: rule.role('administrator'),
  },
  shapesAccess: true,
  list: { columns: ['record', 'rows', 'approvedBy', 'waitHours', 'keepHours'], sort: 'record' },
  form: [['record', 'rows'], ['approvedBy'], ['waitHours', 'keepHours']],
})

/** What a new company begins with. */
export const builtInExportRules = [{ record: '*', rows: 5000, approvedBy: 'superior' }] as const
