import { kindOf } from '#engine/record/fields/index.ts'
import { linkTarget, type KnownField, type Shape } from '#engine/record/house.ts'
import { secrecyWords } from '#engine/record/secrecy.ts'
import type { Runtime } from '#engine/runtime.ts'
import { sql } from '#engine/store/sql.ts'
import { fill, say, words, type Words } from '#engine/text/words.ts'
import type { Actor } from './actor.ts'
import { fieldAt, type Facts } from './condition-js.ts'
import type { Source } from './ground.ts'
import { lacking, standsOn, type Atom, type Judged } from './judge.ts'
import { comparisonWords, fieldLevelWords, grantWords, levelWords, scopeWords } from '#engine/record/right-words.ts'
import type { SharedWith } from './rules.ts'
import { classOn } from './secrecy.ts'
import { accessTo, askAbout } from './shape-access.ts'
import { titlesOf } from './titles.ts'

/** Part of a right in words: what it asks, whether that is so, and what is so instead as far as the asker may read it. */
export interface Reason {
  holds: boolean
  words: string
  fact?: string
  join?: 'any' | 'all' | 'not'
  of?: Reason[]
}

/** What is asked about: a record type, one of its rows, and a field where it is about one. */
export interface Subject {
  shape: Shape
  facts: Facts
  field: string | null
}

/** Makes words of judged rights, in the language of whoever asks and no further than he may read. */
export interface Teller {
  reason(judged: Judged): Reason
  /** On what a right that holds stands, in one line. */
  gist(judged: Judged): string
  /** What would have to be so, each way in one line. */
  remedies(judged: Judged): string[]
}

const eachAtom = (judged: Judged): Atom[] => [...(judged.atom ? [judged.atom] : []), ...judged.of.flatMap(eachAtom)]
const eachSource = (judged: Judged): Source[] => [...(judged.source ? [judged.source] : []), ...judged.of.flatMap(eachSource)]
const ids = (value: unknown): string[] => [value].flat().filter((entry): entry is string => typeof entry === 'string')

const quiet = words('一项您看不到的内容', 'something that you may not read')
const either = words('满足任一项', 'any of these')
const both = words('同时满足', 'all of these')
const separator = words('、', ', ')

/** So many values of a list are told. */
const told = 5

export async function openTeller(
  runtime: Runtime,
  asker: Actor,
  { shape, facts, field }: Subject,
  all: readonly Judged[],
): Promise<Teller> {
  const { house } = runtime
  const { locale } = asker
  const atoms = all.flatMap(eachAtom)
  const sources = all.flatMap(eachSource)
  const access = accessTo(house, asker, shape)
  const may = askAbout(facts)
  const names = await namesFor(runtime, asker, atoms, sources)

  /** What somebody may not read of the record is not told by the reasons either; what lies elsewhere, where everybody may read it. */
  const isReadable = (atom: Atom, path: string): boolean => {
    if (path === 'id' || path === 'collaborators') return true
    if (atom.shape === shape.name && shape.fields.has(path)) return may(access.fields.get(path)!.view)
    const key = path.startsWith('^') ? path.slice(1) : ''
    const owner = key && shape.chain.length === 0 ? shape.record.access?.[key as 'owner' | 'department'] : undefined
    if (owner) return may(access.fields.get(owner)!.view)
    // The keys of the root are part of the card of what hangs on it.
    return key === 'owner' || key === 'department'
  }
  const labelOf = ({ options }: KnownField['field']) => say({ zh: options.zh, en: options.en }, locale)
  const value = (known: KnownField | undefined, given: unknown): string => {
    if (given === null || given === undefined || (Array.isArray(given) && given.length === 0)) return say(words('空', 'empty'), locale)
    const list = [given].flat()
    const text = (one: unknown): string => {
      const isLink = !known || known.field.kind === 'link' || known.field.kind === 'links'
      if (isLink) return names.get(String(one)) ?? say(words('您看不到的人或部门', 'somebody you may not see'), locale)
      const isSeveral = known.field.kind === 'choices'
      return kindOf(known.field).show((isSeveral ? [one] : one) as never, known.field.options, locale)
    }
    const more = list.length > told ? say(words(`等 ${list.length} 个`, ` and others, ${list.length} in all`), locale) : ''
    return `${list.slice(0, told).map(text).join(say(separator, locale))}${more}`
  }

  function atomWords(atom: Atom): { words: string; fact?: string } {
    const { condition } = atom
    if (!('op' in condition)) return { words: say(quiet, locale) }
    if (condition.op === 'sharedWith') {
      const { principals } = (condition as SharedWith).value
      const whom = principals.map((id) => names.get(id)).filter((name) => name !== undefined)
      return { words: say(words(`共享给${whom.join('或')}`, `shared with ${whom.join(' or ')}`), locale) }
    }
    const path = condition.field
    if (path === 'id' && condition.op === 'in') return { words: say(words('是其中的成员', 'he is a member of it'), locale) }
    if (path === 'id') return { words: say(words('是本人自己的资料', 'it is his own page'), locale) }
    if (!isReadable(atom, path)) return { words: say(quiet, locale) }
    const known = fieldAt(house, house.shapes.get(atom.shape)!, path)
    const sentence = comparisonWords[condition.op]
    if (!known || !sentence) return { words: say(quiet, locale) }
    const filled = fill(sentence, { field: labelOf(known.field), value: value(known, condition.value) })
    return { words: say(filled, locale), fact: value(known, atom.fact) }
  }

  const role = (id: string | null): string => (id === null ? '' : (names.get(id) ?? ''))
  function sourceWords(source: Source): Words | undefined {
    switch (source.by) {
      case 'system':
        return words('系统自身', 'The system itself')
      case 'everyone':
        return words('所有登录的人', 'Whoever is signed in')
      case 'nobody':
        return words('谁都不可以', 'Nobody')
      case 'token':
        return words('令牌不含这项权限', 'The token is not for this')
      case 'hasRole': {
        const list = source.codes.map((code) => names.get(`role ${code}`) ?? code)
        return words(`角色为“${list.join('”或“')}”`, `Whoever has the role "${list.join('" or "')}"`)
      }
      case 'level':
        return levelWords[source.level]
      case 'granted':
        return words(`角色授予“${grantWords[source.what].zh}”`, `Granted by a role: ${grantWords[source.what].en.toLowerCase()}`)
      case 'grant':
        return words(
          `角色“${role(source.role)}”：${grantWords[source.what].zh} · ${scopeWords[source.scope].zh}`,
          `Role "${role(source.role)}": ${grantWords[source.what].en.toLowerCase()} · ${scopeWords[source.scope].en.toLowerCase()}`,
        )
      case 'noGrant':
        return words(
          `角色“${role(source.role)}”没有${shape.record.words.zh}的权限`,
          `The role "${role(source.role)}" grants nothing of this record type`,
        )
      case 'through': {
        const above = house.shapes.get(source.record)?.record.words
        return words(`随所属的${above?.zh ?? ''}`, `By the ${above?.en.toLowerCase() ?? ''} that it belongs to`)
      }
      case 'shared':
        return words('被共享', 'Shared with him')
      case 'within':
        return words('在其所属的公海等圈子里', 'It lies in a circle that he belongs to, a pool say')
      case 'openInCircles':
        return words('所在公海没有隐藏此字段', 'Not hidden by the pool that it lies in')
      case 'guarded':
        return words('完整内容只给能修改这条记录的人', 'Shown in full to those who may change the record')
      case 'card':
        return words('随名片可见', 'Part of the card')
      case 'clearsOwn':
        return words('本人负责的不受密级限制', 'His own, whatever its class')
      case 'field':
        return fieldLevelWords[source.level]
      case 'way':
        return source.role === null
          ? words('凭共享、归属等', 'By shares and ownership')
          : words(`凭角色“${role(source.role)}”`, `By the role "${role(source.role)}"`)
      case 'limits':
        return words('字段权限', 'Field rights')
      case 'fieldRight':
        return words(
          `角色“${role(source.role)}”：此字段${fieldLevelWords[source.level].zh} · ${scopeWords[source.within].zh}`,
          `Role "${role(source.role)}": this field ${fieldLevelWords[source.level].en.toLowerCase()} · ${scopeWords[source.within].en.toLowerCase()}`,
        )
      case 'clearance': {
        const secrecy = field === null ? 'internal' : classOn(house, shape, field, facts)
        const who =
          source.role === null ? words('各角色最高', 'the roles') : words(`角色“${role(source.role)}”`, `the role "${role(source.role)}"`)
        return words(
          `字段密级为“${secrecyWords[secrecy].zh}”，${who.zh}可看到“${secrecyWords[source.upTo].zh}”`,
          `The field is ${secrecyWords[secrecy].en.toLowerCase()}; ${who.en} may read up to ${secrecyWords[source.upTo].en.toLowerCase()}`,
        )
      }
      default:
        return undefined
    }
  }

  function reason(judged: Judged): Reason {
    const { holds, join } = judged
    if (judged.atom) return { holds, ...atomWords(judged.atom) }
    const own = judged.source && sourceWords(judged.source)
    // Which rule has raised a class is not told: it may be made of what the asker does not read.
    const inner = judged.source?.by === 'clearance' ? [] : judged.of.map(reason)
    if (!own && inner.length === 1 && join !== 'not') return inner[0]!
    const isPlain = own === undefined
    const text = isPlain ? (join === 'not' ? words('不满足', 'not') : join === 'any' ? either : both) : own
    return { holds, words: say(text, locale), ...(inner.length > 0 ? { join: join ?? 'all', of: inner } : {}) }
  }

  const plain = new Set<Source['by']>([
    'level',
    'field',
    'granted',
    'either',
    'both',
    'way',
    'limits',
    'clearance',
    'guarded',
    'shared',
    'within',
    'through',
  ])
  return {
    reason,
    gist(judged) {
      const parts = standsOn(judged).flatMap((part) => {
        if (part.atom) return [atomWords(part.atom).words]
        const text = part.source && !plain.has(part.source.by) ? sourceWords(part.source) : undefined
        return text ? [say(text, locale)] : []
      })
      return [...new Set(parts)].join(say(words('，', '; '), locale))
    },
    remedies(judged) {
      const ways = lacking(judged).map((way) => way.map(({ atom }) => atomWords(atom!).words))
      return [
        ...new Set(ways.filter((way) => !way.includes(say(quiet, locale))).map((way) => way.join(say(words('，且', ', and '), locale)))),
      ]
    },
  }
}

/** The names of everything that the reasons mention, as the asker may read them; roles by code as well. */
async function namesFor(runtime: Runtime, asker: Actor, atoms: readonly Atom[], sources: readonly Source[]): Promise<Map<string, string>> {
  const { house, database } = runtime
  const wanted = new Map<string, Set<string>>()
  const want = (record: string, list: readonly string[]) => {
    const known = wanted.get(record) ?? new Set()
    for (const id of list) known.add(id)
    wanted.set(record, known)
  }
  for (const { shape, condition, fact } of atoms) {
    if (!('op' in condition)) continue
    if (condition.op === 'sharedWith') {
      want('user', condition.value.principals)
      want('department', condition.value.principals)
      continue
    }
    const known = fieldAt(house, house.shapes.get(shape)!, condition.field)
    if (known?.field.kind !== 'link' && known?.field.kind !== 'links') continue
    want(linkTarget(known.field), [...ids(condition.value).slice(0, told), ...ids(fact).slice(0, told)])
  }
  for (const source of sources) if ('role' in source && source.role) want('role', [source.role])
  const codes = sources.flatMap((source) => (source.by === 'hasRole' ? source.codes : []))
  const coded =
    codes.length === 0
      ? []
      : await database.rows<{ id: string; code: string }>(
          sql`select id, code from role where code = any(${[...new Set(codes)]}::text[]) and deleted_at is null`,
        )
  want(
    'role',
    coded.map(({ id }) => id),
  )
  const names = new Map<string, string>()
  for (const [record, list] of wanted) {
    const shape = house.shapes.get(record)
    if (!shape || list.size === 0) continue
    for (const [id, title] of await titlesOf(runtime, asker, shape, list)) names.set(id, title)
  }
  for (const { id, code } of coded) if (names.has(id)) names.set(`role ${code}`, names.get(id)!)
  return names
}
