import type { FieldRight, Grant } from '#engine/access/actor.ts'
import type { Secrecy } from '#engine/record/secrecy.ts'
import { words, type Words } from '#engine/text/words.ts'

interface BuiltInRole {
  code: string
  name: Words
  note: string
  grants: Partial<Grant>[]
  fieldRights?: FieldRight[]
  clearance: Secrecy
  clearsOwn?: boolean
}

const everything: Partial<Grant> = {
  record: '*',
  card: 'all',
  full: 'all',
  edit: 'all',
  create: true,
  recycle: 'all',
  export: true,
  bulk: true,
  merge: true,
  reveal: true,
  audit: true,
  erase: true,
  approve: true,
}

/** What "all" does not mean. */
const shapingAccess = [
  'user',
  'role',
  'department',
  'customField',
  'choiceList',
  'layout',
  'numberRule',
  'backupPlan',
  'exportRule',
  'webhook',
  'fieldClass',
  'classRule',
  'workingCalendar',
  'specialDay',
  'pool',
]

/** The roles that a new system begins with. An administrator may change them and add others. */
export const builtInRoles: BuiltInRole[] = [
  {
    code: 'administrator',
    name: words('系统管理员', 'Administrator'),
    note: '管理用户、角色和全部数据',
    clearance: 'sensitive',
    grants: ['*', ...shapingAccess].map((record) => ({ ...everything, record })),
  },
  {
    code: 'director',
    name: words('总监', 'Director'),
    note: '查看并管理全部客户',
    clearance: 'sensitive',
    grants: [{ ...everything, record: '*', merge: true, reveal: true, audit: true, recycle: 'none' }],
  },
  {
    code: 'departmentHead',
    name: words('部门主管', 'Department head'),
    note: '查看并管理本部门及下级的客户',
    clearance: 'sensitive',
    grants: [
      {
        record: '*',
        full: 'departmentTree',
        edit: 'departmentTree',
        create: true,
        recycle: 'departmentTree',
        export: true,
        bulk: true,
        merge: true,
        reveal: true,
        approve: true,
      },
    ],
  },
  {
    code: 'sales',
    name: words('销售', 'Salesperson'),
    note: '本人负责或共享给本人的客户',
    clearance: 'confidential',
    clearsOwn: true,
    grants: [{ record: '*', full: 'own', edit: 'own', create: true, recycle: 'none', bulk: true }],
  },
  { code: 'collaborator', name: words('协作人', 'Collaborator'), note: '仅可见共享给本人的客户', clearance: 'confidential', grants: [] },
  {
    code: 'service',
    name: words('客服', 'Service agent'),
    note: '可查看全部客户，联系方式脱敏',
    clearance: 'confidential',
    grants: [
      { record: 'customer', full: 'all' },
      { record: 'contact', full: 'all' },
      { record: 'activity', full: 'all', create: true },
    ],
  },
  {
    code: 'reception',
    name: words('前台', 'Receptionist'),
    note: '登记来访客户，可看名片',
    clearance: 'internal',
    grants: [
      { record: 'customer', card: 'all', create: true },
      { record: 'contact', card: 'all', create: true },
      { record: 'shift', full: 'department', edit: 'department', create: true },
      { record: 'incident', full: 'department', create: true },
      { record: 'openQuestion', create: true },
    ],
  },
  {
    code: 'siteManager',
    name: words('案场经理', 'Site manager'),
    note: '管理一个现场的班次、接待、裁定与纠纷',
    clearance: 'sensitive',
    grants: [{ record: '*', full: 'department', edit: 'department', create: true, export: true, bulk: true, reveal: true }],
  },
]
