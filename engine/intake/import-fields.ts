import { hasRight, type Actor } from '#engine/access/actor.ts'
import { mayCreateSome, mayGive } from '#engine/access/resolve.ts'
import { verbOf, writableFields } from '#engine/action/derived.ts'
import { inputFor } from '#engine/action/taken.ts'
import type { Field, Fields } from '#engine/record/field.ts'
import { linkTarget, type House, type Shape } from '#engine/record/house.ts'
import { words, type Words } from '#engine/text/words.ts'

/** What becomes of a record that a row names and that is not there: it is made along, or the row goes without it. */
export const linkChoices = ['match', 'create'] as const
export type LinkChoice = (typeof linkChoices)[number]

/** Who made a record and when are facts of the old system: whoever may change many records at once may say them. */
const history = new Set(['createdAt', 'createdBy'])

/**
 * The fields that a file may fill: those of a new record that its importer may give, and, by path, those of the records that a row links to,
 * for when they are made along: "customer.industry" in a file of contacts.
 */
export function importFields(house: House, actor: Actor, shape: Shape): Fields {
  const own = Object.entries(verbOf(house, shape, 'create').input as Fields).filter(
    ([name, { options }]) =>
      !options.inner && (history.has(name) ? hasRight(actor, 'bulk', shape) : !shape.fields.has(name) || mayGive(actor, shape, name)),
  )
  const behind = own.flatMap(([name, field]) => {
    const target = madeAlong(house, actor, shape, name, field)
    return target ? fieldsBehind(actor, name, field, target) : []
  })
  return Object.fromEntries([...own, ...behind])
}

/** The record type that a link leads to, where rows may make such records along: never users, departments, or rows of the file itself. */
export function madeAlong(house: House, actor: Actor, shape: Shape, name: string, field: Field): Shape | undefined {
  if ((field.kind !== 'link' && field.kind !== 'links') || history.has(name)) return undefined
  const target = house.shapes.get(linkTarget(field))!
  return target === shape || target.record.shapesAccess || !mayCreateSome(house, actor, target) ? undefined : target
}

function fieldsBehind(actor: Actor, name: string, link: Field, target: Shape): [string, Field][] {
  if (link.kind !== 'link') return []
  const simple = Object.entries(writableFields(target, 'create')).filter(
    ([inner, field]) =>
      inner !== target.record.title && !['link', 'links', 'linkAny', 'condition'].includes(field.kind) && mayGive(actor, target, inner),
  )
  return simple.map(([inner, field]) => {
    const { zh, en, aliases = [] } = field.options
    const callers = [link.options.zh, ...(link.options.aliases ?? [])]
    return [
      `${name}.${inner}`,
      {
        ...field,
        options: {
          ...field.options,
          required: false,
          zh: `${link.options.zh} · ${zh}`,
          en: `${link.options.en} · ${en.toLowerCase()}`,
          aliases: [...callers.map((caller) => (/[a-z]$/i.test(caller) ? `${caller} ${en}` : `${caller}${zh}`)), zh, en, ...aliases],
        },
      } as Field,
    ]
  })
}

/** Records that a creation makes along by further inputs: `contactName`, `contactMobile` are the name and mobile of a contact. */
export interface Along {
  child: Shape
  /** Input of the creation → field of the child. */
  inputs: Map<string, string>
}

export function alongOf(house: House, shape: Shape): Along[] {
  const { input } = verbOf(house, shape, 'create')
  return [...house.shapes.values()].flatMap((child) => {
    if (!child.chain[0] || linkTarget(child.record.fields[child.chain[0]]!) !== shape.name) return []
    const inputs = new Map(
      [...child.fields.keys()]
        .map((field): [string, string] => [inputFor(child.name, field), field])
        .filter(([name]) => name in input && !shape.fields.has(name)),
    )
    return inputs.size > 0 ? [{ child, inputs }] : []
  })
}

/** A record that rows of a file may make along, and what is to happen. */
export interface LinkOption {
  /** The link field, or the record type that is made along by inputs of its own. */
  name: string
  words: Words
  record: Words
  choice: LinkChoice
}

/** The choices that this mapping asks for. What a record cannot do without is made along unless said otherwise. */
export function linkOptions(
  house: House,
  actor: Actor,
  shape: Shape,
  mapped: ReadonlySet<string>,
  chosen: Readonly<Record<string, LinkChoice>>,
): LinkOption[] {
  const { input } = verbOf(house, shape, 'create')
  const links = Object.entries(input as Fields).flatMap(([name, field]): LinkOption[] => {
    const target = mapped.has(name) ? madeAlong(house, actor, shape, name, field) : undefined
    if (!target) return []
    const usual = field.options.required === true ? 'create' : 'match'
    return [{ name, words: words(field.options.zh, field.options.en), record: target.record.words, choice: chosen[name] ?? usual }]
  })
  const along = alongOf(house, shape)
    .filter(({ inputs }) => [...inputs.keys()].some((name) => mapped.has(name)))
    .map(({ child }): LinkOption => {
      const name = child.name
      return { name, words: child.record.words, record: child.record.words, choice: chosen[name] ?? 'create' }
    })
  return [...links, ...along]
}
