import { createHash } from 'node:crypto'
import type { Mail } from '#engine/mail/mailer.ts'
import { readPreferences } from '#engine/preference/preferences.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Queries } from '#engine/store/database.ts'
import { isAsSecret, secrecyOf } from '#engine/record/secrecy.ts'
import { sql } from '#engine/store/sql.ts'
import type { Locale } from '#engine/text/words.ts'
import { composeMail } from './compose-mail.ts'
import { languagePreference } from './notice-preference.ts'
import { presentNotices, type PresentedNotice } from './present-notices.ts'
import { readNotices, type StoredNotice } from './stored-notice.ts'

interface Reader {
  name: string
  email: string
  locale: Locale
}

/** Where a user's mail goes; people of the demo have no letter box. */
async function readerOf(queries: Queries, user: string): Promise<Reader | undefined> {
  const row = await queries.row<{ name: string; email: string; locale: Locale | null }>(
    sql`select name, email, locale from "user" where id = ${user} and deleted_at is null and is_active and not is_demo`,
  )
  const language = (await readPreferences(queries, languagePreference, [user])).get(user)
  return row && { name: row.name, email: row.email, locale: language ?? row.locale ?? 'zh' }
}

/** A title that is itself guarded (a number, say) is not written into a mail; what kind of record it is, is. */
function withoutGuarded(runtime: Runtime, notice: PresentedNotice, locale: Locale): PresentedNotice {
  const shape = notice.record ? runtime.house.shapes.get(notice.record.record) : undefined
  const title = shape?.fields.get(shape.record.title)?.field.options
  if (!title || !isAsSecret(secrecyOf(title), 'confidential')) return notice
  return {
    ...notice,
    sentence: notice.sentence.map((piece) =>
      piece.strong && piece.text === notice.record!.title ? { ...piece, text: shape.record.words[locale] } : piece,
    ),
  }
}

/**
 * Sends a user what is due to him by mail, all of it in one. What he has read meanwhile, or may no longer see, does not go. Whoever sends holds
 * the user's letters alone, and notes the handing over in the same transaction: a failed one is tried again, one that was taken is not. The
 * notices themselves are not locked meanwhile, so that their reader does not wait for a slow server.
 * @returns how many notices went.
 */
export async function mailNotices(runtime: Runtime, user: string, upTo: string): Promise<number> {
  const { mail } = runtime
  if (!mail) return 0
  return runtime.database.transaction(async (tx) => {
    await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`zhike.mail ${user}`}, 13))`)
    const due = await readNotices(tx, sql`n.user_id = ${user} and n.mail_at <= ${upTo} and n.mailed_at is null`, sql`order by n.at, n.id`)
    if (due.length === 0) return 0
    const reader = await readerOf(tx, user)
    const actor = reader && (await runtime.actorOf(user, 'user', reader.locale))
    const shown = actor
      ? await presentNotices(
          runtime,
          actor,
          due.filter((notice) => notice.readAt === null),
        )
      : []
    const going = new Set(shown.map((notice) => notice.id))
    if (reader && shown.length > 0) await mail.send(letterTo(runtime, reader, shown, isDigest(due, going)))
    await tx.run(sql`update notice set mailed_at = ${new Date(runtime.clock()).toISOString()} where id = any(${[...going]}::uuid[])`)
    await tx.run(
      sql`update notice set mail = null, mail_at = null where id = any(${due.map(({ id }) => id).filter((id) => !going.has(id))}::uuid[])`,
    )
    return shown.length
  })
}

const isDigest = (due: readonly StoredNotice[], going: ReadonlySet<string>): boolean =>
  due.some((notice) => notice.mail === 'digest' && going.has(notice.id))

function letterTo(runtime: Runtime, { name, email, locale }: Reader, notices: readonly PresentedNotice[], digest: boolean): Mail {
  const about = notices.length === 1 ? notices[0]!.record : null
  const ids = notices.map((notice) => notice.id).join()
  return {
    to: { name, address: email },
    key: createHash('sha256').update(ids).digest('hex').slice(0, 32),
    ...(about ? { thread: `${about.record}-${about.id}` } : {}),
    ...composeMail(
      notices.map((notice) => withoutGuarded(runtime, notice, locale)),
      { locale, isDigest: digest, publicUrl: runtime.mail?.publicUrl },
    ),
  }
}
