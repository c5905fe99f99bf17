import type { Actor } from '#engine/access/actor.ts'
import { valueSql } from '#engine/access/condition-sql.ts'
import { always, isNever, type Condition } from '#engine/access/rules.ts'
import { accessTo } from '#engine/access/shape-access.ts'
import { readPhone } from '#engine/record/fields/phone/number.ts'
import type { House, Shape } from '#engine/record/house.ts'
import { sql, type Sql } from '#engine/store/sql.ts'
import { readSigns } from '#engine/text/folding.ts'
import { searchFields, type SearchField } from './fields.ts'
import type { Query } from './query.ts'
import { queryText } from './vector.ts'

/**
 * One way to a record: rows that meet the condition may be found by these words. What one may not read one may not find, not even by a
 * fragment: a field whose value this actor sees on some rows only is an arm of its own, and one that he never sees is none.
 */
export interface Arm {
  /** Under which a row may be found so, beside being visible at all. */
  visible: Condition
  /** The question to the index. */
  words: string
  /** What must hold beside it. */
  check?: (alias: string) => Sql
}

/** The condition that a row meets an arm's words. */
export const armSql = (arm: Arm, alias: string): Sql => {
  const words = sql`${sql.id(alias, 'search')} @@ ${arm.words}::tsquery`
  return arm.check ? sql.and([words, arm.check(alias)]) : words
}

/** Spellings under which a number or an account may be stored. */
export const spellings = (typed: string): string[] => {
  const text = typed.trim()
  const number = readPhone(text)?.number
  return [...new Set([...(number ? [number] : []), text, text.toLowerCase(), text.toUpperCase().replace(/\s+/g, '')])]
}

/** Whether a question can mean a value of this field at all. */
const mayMean = (query: Query, field: SearchField): boolean =>
  query.ways.some((words) => words.some((word) => word.phrases.some((phrase) => phrase.family === field.family)))

/** The fields that are told to everybody who sees a row at all, and the others by the condition under which they are told. */
export function fieldsByRight(
  house: House,
  actor: Actor,
  shape: Shape,
): { open: SearchField[]; others: { condition: Condition; fields: SearchField[] }[] } {
  const access = accessTo(house, actor, shape)
  const open: SearchField[] = []
  const others = new Map<number, { condition: Condition; fields: SearchField[] }>()
  for (const field of searchFields(shape)) {
    const { view } = access.fields.get(field.name)!
    if (isNever(view.condition)) continue
    // The same condition is the same right, with the same place.
    if (view.constant === true || view.index === access.card.index) open.push(field)
    else {
      const group = others.get(view.index) ?? { condition: view.condition, fields: [] }
      group.fields.push(field)
      others.set(view.index, group)
    }
  }
  return { open, others: [...others.values()] }
}

/** All ways by which an actor may find records of a type; none where the question cannot mean any. */
export function armsOf(house: House, actor: Actor, shape: Shape, query: Query, typed: string): Arm[] {
  const { open, others } = fieldsByRight(house, actor, shape)
  const arms: Arm[] = []
  const add = (visible: Condition, fields: readonly SearchField[]) => {
    const words = queryText(query, fields)
    if (words !== undefined) arms.push({ visible, words })
  }
  add(always, open)
  for (const { condition, fields } of others) {
    const meant = fields.filter((field) => mayMean(query, field))
    if (meant.length > 0) add(condition, [...open, ...meant])
  }
  return [...arms, ...maskedArms(house, actor, shape, typed)]
}

/** Numbers that are shown masked: found by the whole of them, and by the end that the mask leaves. */
function maskedArms(house: House, actor: Actor, shape: Shape, typed: string): Arm[] {
  const access = accessTo(house, actor, shape)
  const signs = readSigns(typed).list.join('')
  if (signs.length < 4) return []
  return searchFields(shape).flatMap((searched): Arm[] => {
    const { name, field, family, tag } = searched
    const { view, masked } = access.fields.get(name)!
    if (family !== 'pieces' || masked.index === view.index || isNever(masked.condition)) return []
    const { search, normalise } = field.kind
    const ends = (text: string) => `'${tag}${readSigns(text).list.slice(-4).join('')}$'`
    if (signs.length === search?.shownTail && /^\d+$/.test(signs)) return [{ visible: masked.condition, words: ends(signs) }]
    const whole = normalise?.(typed as never)
    if (!whole) return []
    const values = spellings(typed)
    const check = (alias: string) => sql`${valueSql(field, alias)} = any(${values}::text[])`
    return [{ visible: masked.condition, words: ends(search?.text ? search.text(whole as never) : typed), check }]
  })
}
