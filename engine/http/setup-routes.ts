import { z } from 'zod'
import { hasRole, type Actor } from '#engine/access/actor.ts'
import { notAllowed, notFound } from '#engine/action/refusal.ts'
import { choicesWith, hasList, inOrder } from '#engine/record/choice-lists.ts'
import { describeField, layoutGround } from '#engine/record/describe.ts'
import type { Choices } from '#engine/record/fields/choice/index.ts'
import { kindOf, resetOf, resets, type SequenceOptions } from '#engine/record/fields/index.ts'
import type { KnownField, Shape } from '#engine/record/house.ts'
import { secrecyOf } from '#engine/record/secrecy.ts'
import type { FieldOptions } from '#engine/record/field.ts'
import { ruleFaults, withNumberRule } from '#engine/record/number-rules.ts'
import type { Runtime } from '#engine/runtime.ts'
import { nextNumber } from '#engine/store/numbers.ts'
import { sql } from '#engine/store/sql.ts'
import { dayAt } from '#engine/time/zone.ts'
import { words } from '#engine/text/words.ts'
import { nextNumber as nextNumberAnswer, setup } from './answers/setup-answers.ts'
import { shapeAt } from './record-routes.ts'
import { defineRoute } from './route.ts'

/** What an administrator needs to set a record type up: what is declared, beside what has been made of it. */

const params = z.object({ record: z.string() })

function shapeFor(runtime: Runtime, actor: Actor, record: string): Shape {
  if (!hasRole(actor, 'administrator')) throw notAllowed()
  return shapeAt(runtime, record)
}

const choicesOf = ({ field }: KnownField) => (field.options as unknown as { choices: Choices }).choices

const plain = (choices: Choices) =>
  inOrder(choices).map(([code, { zh, en, color, isRetired }]) => ({ code, zh, en, color: color ?? null, isRetired: isRetired === true }))

/** The lists of choices that may be changed: as they stand, and as they were declared. */
function listsOf(shape: Shape) {
  return [...shape.fields.values()]
    .filter((known) => hasList(known.field) && (known.storage === 'custom' || (known.storage === 'column' && !shape.record.shapesAccess)))
    .map((known) => {
      const declared = shape.record.fields[known.name]?.options as { choices?: Choices; open?: boolean } | undefined
      return {
        field: known.name,
        words: { zh: known.field.options.zh, en: known.field.options.en },
        isCustom: known.storage === 'custom',
        isOpen: known.storage === 'custom' || declared?.open === true,
        isFilterable: known.storage === 'custom' || known.field.options.filterable === true,
        choices: plain(choicesOf(known)),
        declared: declared?.choices ? plain(choicesWith(declared.choices, [], true)) : [],
      }
    })
}

const rulesOf = (options: SequenceOptions) => ({
  pattern: options.pattern,
  reset: options.reset ?? resetOf(options.pattern),
  start: options.start ?? 1,
})

/** How secret each field is, and how it was declared; those that rights go by have no class of their own. */
function classesOf(shape: Shape) {
  const { owner, department } = shape.record.access ?? {}
  const keys = new Set([owner, department, shape.record.under])
  if (shape.record.shapesAccess) return []
  return [...shape.fields.values()]
    .filter(({ name, storage, field }) => storage !== 'system' && !field.options.inner && !keys.has(name))
    .map(({ name, field, kind }) => ({
      field: name,
      words: { zh: field.options.zh, en: field.options.en },
      secrecy: secrecyOf(field.options),
      declared: secrecyOf(shape.record.fields[name]?.options ?? withoutClass(field.options)),
      isMaskable: kind.mask !== undefined || name === shape.record.title,
    }))
}

const withoutClass = ({ secrecy: _, ...options }: FieldOptions): FieldOptions => options

/** A department whose code may stand for that of any, in an example. */
const someDepartment = async (runtime: Runtime): Promise<string> =>
  (
    await runtime.database.row<{ code: string }>(
      sql`select code from department where code is not null and deleted_at is null order by code limit 1`,
    )
  )?.code ?? ''

async function numbersOf(runtime: Runtime, shape: Shape) {
  const day = dayAt(runtime.clock())
  const department = await someDepartment(runtime)
  return Promise.all(
    [...shape.fields.values()]
      .filter(({ field }) => field.kind === 'sequence')
      .map(async (known) => {
        const options = known.field.options as unknown as SequenceOptions
        return {
          field: known.name,
          words: { zh: options.zh, en: options.en },
          isGapless: options.gapless === true,
          ...rulesOf(options),
          declared: rulesOf(shape.record.fields[known.name]!.options as unknown as SequenceOptions),
          next: await nextNumber(runtime.database, { shape, field: known, day, department }),
        }
      }),
  )
}

export const setupRoutes = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/setup/{record}',
    words: words('对象的设置：选项、布局、编号', 'What can be set up for a record type'),
    params,
    answers: { 200: { schema: setup } },
    async handler({ runtime, actor, params: { record: name } }) {
      const shape = shapeFor(runtime, actor, name)
      const { record } = shape
      const { form, needed, related, relatable } = layoutGround(runtime.house, shape, new Set(shape.fields.keys()))
      return {
        record: name,
        fields: [...shape.fields.values()]
          .filter((known) => known.name !== 'version')
          .map((known) => describeField(known.name, known.field, known.storage)),
        lists: listsOf(shape),
        layout: { form, needed: [...needed], related, relatable, columns: record.list.columns, variant: record.variant ?? null },
        numbers: await numbersOf(runtime, shape),
        classes: classesOf(shape),
      }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/setup/{record}/next-number',
    words: words('按一条编号规则，下一个编号是什么', 'The next number by a rule'),
    params,
    query: z.strictObject({
      field: z.string().max(60),
      pattern: z.string().max(60),
      reset: z.enum(resets),
      start: z.coerce.number().int().min(1).max(999_999_999).default(1),
    }),
    answers: { 200: { schema: nextNumberAnswer } },
    async handler({ runtime, actor, params: { record }, query: { field: name, ...rule } }) {
      const shape = shapeFor(runtime, actor, record)
      const known = shape.fields.get(name)
      if (known?.field.kind !== 'sequence') throw notFound()
      const faults = ruleFaults({ record, field: name, ...rule }, shape.record)
      if (faults.length > 0) return { next: null, faults: faults.map((fault) => fault[actor.locale]) }
      const field = withNumberRule(known.field, { record, field: name, ...rule })
      const place = {
        shape,
        field: { ...known, field, kind: kindOf(field) },
        day: dayAt(runtime.clock()),
        department: await someDepartment(runtime),
      }
      return { next: await nextNumber(runtime.database, place), faults: [] }
    },
  }),
]
