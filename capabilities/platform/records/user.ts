import { rule } from '#engine/access/rules.ts'
import { choice, email, link, links, phone, text, yesNo } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'

/** Somebody who signs in. */
export const User = defineRecord('user', {
  words: words('用户', 'User'),
  title: 'name',
  byline: 'department',
  fields: {
    name: text({
      zh: '姓名',
      en: 'Name',
      required: true,
      max: 60,
      sortable: true,
      searchable: true,
      card: true,
      aliases: ['姓名', '用户名', '员工姓名', 'full name'],
    }),
    email: email({
      zh: '邮箱',
      en: 'E-mail',
      required: true,
      searchable: true,
      card: true,
      identity: { name: 'sign-in' },
      hint: words('用于登录', 'Used to sign in'),
      aliases: ['电子邮箱', '登录名', 'mail'],
    }),
    mobile: phone({ zh: '手机', en: 'Mobile', mobileOnly: true }),
    department: link('department', { zh: '部门', en: 'Department', filterable: true, card: true }),
    superior: link('user', {
      zh: '上级',
      en: 'Superior',
      filterable: true,
      hint: words('可看到其客户的人', 'Sees the customers of this user where a role says so'),
    }),
    roles: links('role', { zh: '角色', en: 'Roles', filterable: true }),
    locale: choice({ zh: '语言', en: 'Language', choices: { zh: words('中文', 'Chinese'), en: words('英文', 'English') }, default: 'zh' }),
    isDemo: yesNo({
      zh: '演示用户',
      en: 'Demo user',
      byAction: true,
      hint: words('仅当服务只对本机开放时可以登录', 'May sign in only while the server is open to this machine alone'),
    }),
    isActive: yesNo({ zh: '启用', en: 'Active', default: true, filterable: true }),
  },
  access: {
    department: 'department',
    card: rule.everyone,
    full: rule.either(rule.granted('full'), rule.owns('id')),
    edit: rule.granted('edit'),
  },
  shapesAccess: true,
  list: {
    columns: ['name', 'email', 'department', 'superior', 'roles', 'isActive'],
    filters: ['department', 'roles', 'isActive'],
    sort: 'name',
  },
  form: [
    ['name', 'email'],
    ['mobile', 'locale'],
    ['department', 'superior'],
    ['roles', 'isActive'],
  ],
  matchBy: ['email'],
})
