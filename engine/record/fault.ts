import type { z } from 'zod'
import { fill, words, type Words } from '#engine/text/words.ts'

/** What a schema says of a value that it does not take. Schemas name their own faults by short codes: "phone", "min:0". */
export type Issue = z.core.$ZodIssue

export const needed: Words = words('此项必填', 'This is required')
export const notNumber: Words = words('应为数字', 'Must be a number')
export const notText: Words = words('应为文字', 'Must be text')
export const notChoice: Words = words('不在选项中', 'Not among the choices')
export const notChosen: Words = words('应从列表中选择', 'Must be chosen from the list')

const grouped = (n: unknown) => String(n).replace(/\B(?=(\d{3})+$)/g, ',')

export const tooLong = (n: unknown): Words => fill(words('最多 {n} 个字', 'At most {n} characters'), { n: grouped(n) })
const tooMany = (n: unknown): Words => fill(words('最多 {n} 项', 'At most {n}'), { n: grouped(n) })
const bounds: Record<string, Words> = {
  min: words('不能小于 {n}', 'Must be at least {n}'),
  max: words('不能大于 {n}', 'Must be at most {n}'),
  places: words('小数最多 {n} 位', 'At most {n} decimals'),
  from: words('不能早于 {n}', 'Must not be before {n}'),
  until: words('不能晚于 {n}', 'Must not be after {n}'),
}

/** The words of what several kinds have in common: length, number, bounds, signs that have no place in a text. Undefined for all else. */
export function sharedFault(issue: Issue): Words | undefined {
  if (issue.message === 'control') return words('含有不可见的控制字符', 'Contains control characters')
  const [, name = '', n] = /^(\w+):(.+)$/.exec(issue.message) ?? []
  if (bounds[name]) return fill(bounds[name], { n: name === 'min' || name === 'max' ? grouped(n) : n! })
  if (issue.code === 'too_big')
    return issue.origin === 'string'
      ? tooLong(issue.maximum)
      : issue.origin === 'array'
        ? tooMany(issue.maximum)
        : fill(bounds.max!, { n: grouped(issue.maximum) })
  if (issue.code === 'too_small') return issue.origin === 'string' ? needed : fill(bounds.min!, { n: grouped(issue.minimum) })
  return undefined
}
