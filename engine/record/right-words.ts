import type { Operator } from '#engine/record/field.ts'
import { words, type Words } from '#engine/text/words.ts'
import type { FieldLevel, SeparateRight } from '#engine/access/actor.ts'
import type { Grantable, Level, Scope } from '#engine/access/rules.ts'

/** How rights are called, wherever somebody sets them, reads them or asks why. */
export const scopeWords: Record<Scope, Words> = {
  none: words('不可', 'None'),
  own: words('本人', 'Own'),
  subordinates: words('本人及下属', 'Own and subordinates'),
  department: words('本部门', 'Department'),
  departmentTree: words('本部门及下级', 'Department and below'),
  chosen: words('指定部门', 'Chosen departments'),
  all: words('全部', 'All'),
}

export const fieldLevelWords: Record<FieldLevel, Words> = {
  hidden: words('隐藏', 'Hidden'),
  masked: words('脱敏', 'Masked'),
  view: words('可看', 'View'),
  edit: words('可改', 'Edit'),
}

export const grantWords: Record<Grantable, Words> = {
  card: words('看名片', 'See card'),
  full: words('查看', 'See'),
  edit: words('修改', 'Edit'),
  create: words('新建', 'Create'),
  recycle: words('删除', 'Delete'),
}

export const separateWords: Record<SeparateRight, Words> = {
  export: words('导出', 'Export'),
  bulk: words('批量修改', 'Bulk change'),
  merge: words('合并', 'Merge'),
  reveal: words('查看脱敏内容', 'Reveal'),
  audit: words('审计', 'Audit'),
  erase: words('彻底删除个人信息', 'Erase personal data'),
  approve: words('批准导出', 'Approve exports'),
}

export const levelWords: Record<Level, Words> = {
  none: words('看不到', 'Does not see it'),
  card: words('能看名片', 'Sees the card'),
  full: words('能查看', 'Sees it'),
  edit: words('能修改', 'Changes it'),
}

/** A comparison between the name of a field and a value: "{field}是{value}". */
export const comparisonWords: Partial<Record<Operator, Words>> = {
  eq: words('{field}是{value}', '{field} is {value}'),
  ne: words('{field}不是{value}', '{field} is not {value}'),
  in: words('{field}是{value}', '{field} is {value}'),
  notIn: words('{field}不是{value}', '{field} is not {value}'),
  has: words('{field}中有{value}', '{field} has {value}'),
  hasAny: words('{field}中有{value}', '{field} has {value}'),
  lt: words('{field}小于{value}', '{field} is less than {value}'),
  lte: words('{field}不大于{value}', '{field} is at most {value}'),
  gt: words('{field}大于{value}', '{field} is more than {value}'),
  gte: words('{field}不小于{value}', '{field} is at least {value}'),
  empty: words('{field}为空', '{field} is empty'),
  notEmpty: words('{field}不为空', '{field} is not empty'),
}
