import { words, type Words } from '#engine/text/words.ts'
import type { Field } from './field.ts'
import { sequenceFaults, type Reset } from './fields/index.ts'

/** How an administrator wants the numbers of a declared field. */
export interface NumberRuleRow {
  record: string
  field: string
  pattern: string
  reset: Reset
  start: number
}

/** What is wrong with a rule for a record type, in words; nothing where numbers can be given by it. */
export const ruleFaults = ({ pattern, reset }: NumberRuleRow, record: { access?: { department?: string } }): Words[] => [
  ...sequenceFaults(pattern, reset),
  ...(pattern.includes('{department}') && !record.access?.department
    ? [words('这种对象不属于部门，不能用 {department}', 'these records belong to no department: {department} cannot be used')]
    : []),
]

/** The field with this rule. Whether numbers may have gaps is the declaration's to say. A rule that cannot be followed is left aside. */
export function withNumberRule(field: Field, { pattern, reset, start }: NumberRuleRow): Field {
  if (field.kind !== 'sequence' || sequenceFaults(pattern, reset).length > 0) return field
  return { kind: field.kind, options: { ...field.options, pattern, reset, start, isRuled: true } as Field['options'] }
}
