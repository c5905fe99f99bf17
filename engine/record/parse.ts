import type { z } from 'zod'
import { kindOf } from '#engine/record/fields/index.ts'
import { fill, words, type Words } from '#engine/text/words.ts'
import type { Field, Fields } from './field.ts'

const schemas = new WeakMap<Field, z.ZodType>()

/** The schema of a field's value, made once. */
export function schemaOf(field: Field): z.ZodType {
  let schema = schemas.get(field)
  if (!schema) {
    schema = kindOf(field).schema(field.options)
    schemas.set(field, schema)
  }
  return schema
}

const shapes: Record<string, Words> = {
  control: words('含有不可见的控制字符', 'contains control characters'),
  number: words('请填数字', 'must be a number'),
  phone: words('不是完整的电话号码（座机请带区号）', 'is not a complete telephone number (landlines need their area code)'),
  mobile: words('不是手机号码', 'is not a mobile number'),
  email: words('不是邮箱地址', 'is not an e-mail address'),
  url: words('不是网址', 'is not a web address'),
  day: words('不是有效的日期（年-月-日）', 'is not a valid day (year-month-day)'),
  instant: words('不是有效的时间', 'is not a valid moment'),
  clock: words('不是有效的钟点（如 09:30）', 'is not a valid time of day (09:30)'),
  repetition: words('不是可用的重复规则', 'is not a rule of repetition that can be used'),
  link: words('请从列表中选择', 'choose one from the list'),
  required: words('此项必填', 'This is required'),
}

const wrongType: Record<string, Words> = {
  text: words('请填文字', 'must be text'),
  note: words('请填文字', 'must be text'),
  integer: words('请填整数', 'must be a whole number'),
  yesNo: words('请选“是”或“否”', 'must be yes or no'),
  choice: words('不在选项中', 'is not among the choices'),
  choices: words('不在选项中', 'is not among the choices'),
  lifecycle: words('不在选项中', 'is not among the choices'),
  linkAny: words('请选择对象和记录', 'choose a record type and a record'),
  rows: words('明细格式不对', 'is not a list of rows'),
}

/** Words for a value that its field does not take. */
function wordsOf(field: Field, issue: z.core.$ZodIssue): Words {
  const own = issue.message
  if (own === 'pattern') return (field.options as { pattern?: { words: Words } }).pattern?.words ?? wrongType.text!
  if (shapes[own]) return shapes[own]
  const limit = /^(min|max|places):(.+)$/.exec(own)
  if (limit) {
    const text = {
      min: words('不能小于 {n}', 'must be at least {n}'),
      max: words('不能大于 {n}', 'must be at most {n}'),
      places: words('小数最多 {n} 位', 'may have {n} decimals at most'),
    }[limit[1] as 'min']
    return fill(text, { n: limit[2]! })
  }
  const nested = issue.code === 'invalid_union' ? issue.errors.flat()[0] : undefined
  if (nested && shapes[nested.message]) return shapes[nested.message]!
  if (issue.code === 'too_big')
    return fill(
      issue.origin === 'string'
        ? words('最多 {n} 个字', 'may have {n} characters at most')
        : issue.origin === 'array'
          ? words('最多 {n} 项', 'may have {n} entries at most')
          : words('不能大于 {n}', 'must be at most {n}'),
      { n: String(issue.maximum) },
    )
  if (issue.code === 'too_small')
    return issue.origin === 'string' ? shapes.required! : fill(words('不能小于 {n}', 'must be at least {n}'), { n: String(issue.minimum) })
  if (issue.code === 'unrecognized_keys') return fill(words('没有“{n}”这一列', 'has no column "{n}"'), { n: issue.keys.join(', ') })
  return wrongType[field.kind] ?? words('格式不对', 'has the wrong form')
}

export type Parsed = { values: Record<string, unknown>; faults: Record<string, Words> }

/**
 * Reads values as the API or a form carries them: each by its field's schema. Empty text counts as nothing. Every fault is named by its field;
 * names that nobody declared are faults too.
 */
export function parseValues(fields: Fields, given: unknown): Parsed {
  const faults: Record<string, Words> = {}
  const values: Record<string, unknown> = {}
  if (given === null || typeof given !== 'object' || Array.isArray(given))
    return { values, faults: { '': words('内容应为一个对象', 'The content must be an object') } }
  for (const [name, raw] of Object.entries(given)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (!field) {
      faults[name] = words('没有这个字段', 'There is no such field')
      continue
    }
    if (raw === undefined) continue
    if (raw === null || (typeof raw === 'string' && raw.trim() === '')) {
      values[name] = null
      continue
    }
    const result = schemaOf(field).safeParse(raw)
    if (result.success) values[name] = result.data
    else for (const issue of result.error.issues.slice(0, 5)) faults[[name, ...issue.path.map(String)].join('.')] ??= wordsOf(field, issue)
  }
  return { values, faults }
}
