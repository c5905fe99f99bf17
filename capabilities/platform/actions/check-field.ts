import { badFields } from '#engine/action/refusal.ts'
import { customFieldOf, indexGives, type CustomFieldRow } from '#engine/record/custom-fields.ts'
import { Unreadable } from '#engine/record/field.ts'
import type { House, Shape } from '#engine/record/house.ts'
import { fill, words, type Words } from '#engine/text/words.ts'
import { doubleCode } from '../rules/custom-field.ts'

/** Indexes cost every writer something; so many custom fields of one record type may have one. */
const mostIndexed = 20

const noRecord = (name: string) => fill(words('没有“{name}”这种对象', 'there is no record type "{name}"'), { name })

/** The record type that a field belongs to. */
export function shapeOfField(house: House, record: string): Shape {
  const shape = house.shapes.get(record)
  if (!shape) throw badFields({ record: noRecord(record) })
  return shape
}

/** The values by which another field can decide whether this one is asked for. */
function decidingValues(shape: Shape, name: string): string[] | undefined {
  const field = shape.fields.get(name)?.field
  if (field?.kind === 'yesNo') return ['true', 'false']
  const options = field?.options as { choices?: object; life?: { states: object } } | undefined
  const codes = options?.choices ?? options?.life?.states
  return codes ? Object.keys(codes) : undefined
}

function dependenceFault(shape: Shape, row: CustomFieldRow): Record<string, Words> {
  if (!row.onlyWhenField) return {}
  const values = row.onlyWhenField === row.name ? undefined : decidingValues(shape, row.onlyWhenField)
  if (!values)
    return {
      onlyWhenField: words('应为同一对象的单选、多选、状态或是否字段', 'must be a choice, a state or a yes-or-no of the same record'),
    }
  if (row.onlyWhenIs.length === 0) return { onlyWhenIs: words('至少选择一个值', 'choose at least one value') }
  const unknown = row.onlyWhenIs.find((value) => !values.includes(value))
  return unknown ? { onlyWhenIs: fill(words('没有“{value}”这个值', 'there is no value "{value}"'), { value: unknown }) } : {}
}

/** Refuses a custom field that cannot be, naming what is wrong with it. */
export function checkField(house: House, row: CustomFieldRow): void {
  const shape = shapeOfField(house, row.record)
  const faults: Record<string, Words> = dependenceFault(shape, row)
  const twice = doubleCode(row.choices)
  if (twice) faults.choices = fill(words('代码“{code}”重复', 'the code "{code}" comes twice'), { code: twice })
  if (row.to && !house.shapes.has(row.to)) faults.to = noRecord(row.to)
  if (row.isSearchable && ![...shape.fields.values()].some((known) => known.storage === 'column' && known.field.options.searchable))
    faults.isSearchable = words('这种对象不能搜索', 'records of this type are not searched')
  if (row.min !== null && row.max !== null && Number(row.min) > Number(row.max))
    faults.max = words('不能小于最小值', 'must not be below the least')
  if (row.isIndexed && indexGives[row.kind as keyof typeof indexGives] === 'nothing')
    faults.isIndexed = words('长文本和双语文本不能建立索引', 'long texts and texts in two languages cannot be indexed')
  else if (row.isIndexed) {
    const others = [...shape.fields.values()].filter(({ name, field }) => field.options.isKeyed && name !== row.name)
    if (others.length >= mostIndexed)
      faults.isIndexed = fill(words('一种对象最多 {n} 个索引', 'a record type may have {n} such indexes at most'), { n: mostIndexed })
  }
  if (Object.keys(faults).length > 0) throw badFields(faults)
  try {
    customFieldOf({ ...row, initial: null })
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    throw badFields({ [row.kind.startsWith('choice') ? 'choices' : row.kind.startsWith('link') ? 'to' : 'kind']: error.words })
  }
  try {
    customFieldOf(row)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    throw badFields({ initial: error.words })
  }
}
