import { systemActor, type Actor } from '#engine/access/actor.ts'
import { atLeast } from '#engine/access/rules.ts'
import { seenBy, type Seen } from '#engine/access/seen.ts'
import { accessTo } from '#engine/access/shape-access.ts'
import { titlesOf } from '#engine/access/titles.ts'
import { wordsOfEvent } from '#engine/event/event-words.ts'
import type { Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import { sql } from '#engine/store/sql.ts'
import { excerptOf } from '#engine/talk/comment-text.ts'
import { presentComments, readComments, type PresentedComment } from '#engine/talk/comments.ts'
import { say, words, type Words } from '#engine/text/words.ts'
import type { NoticeType } from './define-notice.ts'
import type { NoticeArgs } from './notify.ts'
import type { StoredNotice } from './stored-notice.ts'

/** A notice as its reader sees it. */
export interface PresentedNotice {
  id: string
  kind: string
  at: string
  isRead: boolean
  actor: { id: string; title: string } | null
  record: { record: string; id: string; title: string } | null
  /** The sentence in pieces; names of people and records are strong. */
  sentence: { text: string; strong?: true }[]
  /** A second line: what was said, what was changed. */
  detail: string
  /** Where it leads within the product. */
  path: string | null
}

interface About {
  shape: Shape
  seen: Map<string, Seen>
}

/** The one record that a notice is about; a large operation may have been about one of somebody's too. */
const onlyOf = ({ recordId, kept }: StoredNotice): string | null => recordId ?? (kept.n === 1 ? (kept.ids?.[0] ?? null) : null)

/** The ids of the records that a notice is about: its own, or the first of the many it stands for. */
const idsOf = (notice: StoredNotice): readonly string[] => (notice.recordId ? [notice.recordId] : (notice.kept.ids ?? []))

/** The records that notices are about, as their reader sees them. */
async function aboutWhat(runtime: Runtime, actor: Actor, notices: readonly StoredNotice[]): Promise<Map<string, About>> {
  const about = new Map<string, About>()
  for (const [record, group] of Map.groupBy(notices, (notice) => notice.record)) {
    const shape = record === null ? undefined : runtime.house.shapes.get(record)
    if (shape) about.set(shape.name, { shape, seen: await seenBy(runtime, actor, shape, group.flatMap(idsOf)) })
  }
  return about
}

async function saidIn(runtime: Runtime, actor: Actor, notices: readonly StoredNotice[]): Promise<Map<string, PresentedComment>> {
  const ids = notices.flatMap(({ kept }) => kept.comment ?? [])
  if (ids.length === 0) return new Map()
  const comments = await readComments(runtime.database, sql`c.id = any(${ids}::uuid[]) and c.deleted_at is null`, ids.length)
  return new Map((await presentComments(runtime, actor, comments)).map((comment) => [comment.id, comment]))
}

/**
 * Notices as their reader may see them now. Those about records that he no longer sees far enough are dropped, as are those whose comment
 * was removed and changes of fields that are hidden from him: the same rights decide when a notice is made and whenever it is read.
 */
export async function presentNotices(runtime: Runtime, actor: Actor, notices: readonly StoredNotice[]): Promise<PresentedNotice[]> {
  const about = await aboutWhat(runtime, actor, notices)
  const said = await saidIn(runtime, actor, notices)
  const people = await titlesOf(
    runtime,
    actor,
    runtime.house.shapes.get('user')!,
    notices.flatMap((notice) => notice.actorId ?? []),
  )
  return notices.flatMap((notice): PresentedNotice[] => {
    const type = runtime.house.notices.get(notice.kind)
    const known = notice.record === null ? undefined : about.get(notice.record)
    if (!type || (notice.record !== null && !known)) return []
    const seen = known && idsOf(notice).flatMap((id) => known.seen.get(id) ?? [])
    if (seen && !seen.some(({ level }) => atLeast(level, type.sight ?? 'full'))) return []
    const comment = notice.kept.comment ? said.get(notice.kept.comment) : undefined
    if (notice.kept.comment && !comment) return []
    const what = notice.kept.what && known ? sayDoings(runtime, actor, known.shape, seen?.[0], notice) : undefined
    if (what === '') return []
    const { locale } = actor
    const isSystem = notice.actorId === null || notice.actorId === systemActor.id
    const doer = isSystem ? say(words('系统', 'The system'), locale) : (people.get(notice.actorId!) ?? '')
    const only = onlyOf(notice)
    const record = known && only ? { record: known.shape.name, id: only, title: seen![0]!.title } : null
    const values = placesOf(notice, known?.shape, doer, record?.title ?? '', actor)
    return [
      {
        id: notice.id,
        kind: notice.kind,
        at: notice.at,
        isRead: notice.readAt !== null,
        actor: isSystem ? null : { id: notice.actorId!, title: doer },
        record,
        sentence: piecesOfSentence(say(sentenceOf(type, notice), locale), values),
        detail: comment ? excerptOf(comment.body) : (what ?? filled(say(type.detail, locale), values)),
        path: pathOf(type, notice, values, comment),
      },
    ]
  })
}

const sentenceOf = (type: NoticeType, { kept }: StoredNotice): Words => ((kept.n ?? 1) > 1 && type.many ? type.many : type.text)

/** What fills the places of a sentence for one reader. */
function placesOf(
  { args, kept, record }: StoredNotice,
  shape: Shape | undefined,
  actor: string,
  title: string,
  { locale }: Actor,
): Record<string, string> {
  const shown = (value: NoticeArgs[string]) =>
    typeof value === 'number' ? value.toLocaleString('en-US') : typeof value === 'string' ? value : say(value, locale)
  return {
    ...Object.fromEntries(Object.entries(args).map(([name, value]) => [name, shown(value)])),
    ...(kept.n ? { n: shown(kept.n) } : {}),
    actor,
    title: title || '—',
    ...(record ? { recordName: record } : {}),
    ...(shape
      ? {
          record: say(shape.record.words, locale),
          records: locale === 'zh' ? shape.record.words.zh : (shape.record.plural ?? `${shape.record.words.en}s`).toLowerCase(),
        }
      : {}),
  }
}

const place = /\{(\w+)\}/

const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text
    .split(place)
    .map((part, i) => (i % 2 === 0 ? part : (values[part] ?? '')))
    .join('')

function piecesOfSentence(text: string, values: Readonly<Record<string, string>>): PresentedNotice['sentence'] {
  return text
    .split(place)
    .map((part, i) =>
      i % 2 === 0
        ? { text: part }
        : { text: values[part] ?? '', ...(part === 'actor' || part === 'title' ? { strong: true as const } : {}) },
    )
    .filter((piece) => piece.text !== '')
}

function pathOf(
  type: NoticeType,
  notice: StoredNotice,
  values: Readonly<Record<string, string>>,
  comment: PresentedComment | undefined,
): string | null {
  if (type.path) return filled(type.path, values)
  if (!notice.record) return null
  const only = onlyOf(notice)
  return `/${notice.record}${only ? `/${only}` : ''}${comment ? `#comment-${comment.id}` : ''}`
}

/** What was done, as far as this reader may know of it; empty where it is nothing. */
function sayDoings(runtime: Runtime, actor: Actor, shape: Shape, seen: Seen | undefined, notice: StoredNotice): string {
  const access = accessTo(runtime.house, actor, shape)
  const { locale } = actor
  const says = notice.kept.what!.flatMap(({ record, type, n, fields }) => {
    const done = wordsOfEvent(runtime.house, type, locale)
    if (record !== shape.name) {
      const other = runtime.house.shapes.get(record)?.record.words
      if (!other) return []
      if (locale === 'zh') return [n > 1 ? `${done} ${n} 条${other.zh}` : `${done}${other.zh}`]
      return [`${other.en.toLowerCase()} ${done}${n > 1 ? ` (${n})` : ''}`]
    }
    if (type !== `${record}.edited`) return [done]
    const open = fields.filter((name) => seen && access.fields.get(name)?.masked.check(seen.facts))
    if (open.length === 0) return []
    const names = open.slice(0, 3).map((name) => shape.fields.get(name)!.field.options[locale])
    const more = open.length > 3
    return [
      locale === 'zh'
        ? `修改了 ${open.length} 个字段：${names.join('、')}${more ? '等' : ''}`
        : `${open.length === 1 ? '1 field' : `${open.length} fields`} changed: ${names.join(', ')}${more ? ' …' : ''}`,
    ]
  })
  return says.join(locale === 'zh' ? '；' : '; ')
}
