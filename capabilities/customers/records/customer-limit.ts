import { rule } from '#engine/access/rules.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { choices, integer, links, text, yesNo } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'

const makers = rule.role('administrator', 'director')

/** How many customers one person may hold and lock. Of several that mean him, the one that names him most closely counts. */
export const CustomerLimit = defineRecord('customerLimit', {
  words: words('持有上限', 'Customer limit'),
  title: 'name',
  fields: {
    name: text({ zh: '名称', en: 'Name', required: true, max: 60, sortable: true, card: true }),
    members: links('user', { zh: '适用人员', en: 'For' }),
    departments: links('department', { zh: '适用部门', en: 'Departments', hint: words('含下级部门', 'With those below') }),
    roles: links('role', { zh: '适用角色', en: 'Roles' }),
    mostHeld: integer({ zh: '最多持有', en: 'Most held', min: 0, max: 100_000, hint: words('不填则不限', 'No limit where empty') }),
    exceptStages: choices({
      zh: '不计的阶段',
      en: 'Stages that do not count',
      open: false,
      choices: {
        potential: words('潜在', 'Potential'),
        developing: words('开发', 'Developing'),
        growing: words('成长', 'Growing'),
        mature: words('成熟', 'Mature'),
        ended: words('终止', 'Ended'),
      },
    }),
    exceptWon: yesNo({ zh: '成交客户不计', en: 'Won customers do not count', default: false }),
    mostLocked: integer({ zh: '最多锁定', en: 'Most locked', min: 0, max: 100_000, hint: words('不填则不限', 'No limit where empty') }),
  },
  access: { isNobodys: true, card: makers, full: makers, edit: makers, create: makers, recycle: makers },
  list: { columns: ['name', 'members', 'departments', 'roles', 'mostHeld', 'mostLocked'], sort: 'name' },
  form: [['name'], ['members'], ['departments', 'roles'], ['mostHeld', 'mostLocked'], ['exceptStages', 'exceptWon']],
})
