import type { Runtime } from '#engine/runtime.ts'
import type { Transaction } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import { readPreferences } from '#engine/preference/preferences.ts'
import { noticePreference } from './notice-preference.ts'
import { leaveMail, tellBells } from './outlets.ts'
import { presentNotices } from './present-notices.ts'
import { readNotices, type StoredNotice } from './stored-notice.ts'
import { workdaysOf } from './workdays-of.ts'
import { channelsOf, mailMoment, type NoticeWishes } from './wishes.ts'

/** A bundle waits so long before it goes by mail, so that what follows within minutes goes along. */
const bundleDelay = 5 * 60_000

/** What becomes of a notice. */
interface Verdict {
  id: string
  product: boolean
  mail: 'now' | 'digest' | null
  mailAt: string | null
}

/**
 * Looks at notices that were told and not yet looked at: whether their readers may see what they are about, and how they want to hear of it.
 * Lights up the bell and leaves the mail. Several workers take different ones.
 * @returns how many were looked at.
 */
export function settleNotices(runtime: Runtime, limit = 300): Promise<number> {
  return runtime.database.transaction(async (tx) => {
    const waiting = await readNotices(tx, sql`n.settled_at is null`, sql`order by n.id limit ${limit} for update skip locked`)
    if (waiting.length === 0) return 0
    const byUser = Map.groupBy(waiting, (notice) => notice.userId)
    const wishes = await readPreferences(tx, noticePreference, [...byUser.keys()])
    const kept: Verdict[] = []
    for (const [user, notices] of byUser) {
      const actor = await runtime.actorOf(user, 'user')
      const open = new Set(actor ? (await presentNotices(runtime, actor, notices)).map((notice) => notice.id) : [])
      const isWorkday = await workdaysOf(runtime, tx, actor)
      for (const notice of notices) {
        const verdict = open.has(notice.id) ? verdictOn(runtime, notice, wishes.get(user)!, isWorkday) : undefined
        if (verdict && (verdict.product || verdict.mail)) kept.push(verdict)
      }
    }
    await keepVerdicts(tx, runtime, waiting, kept)
    const ids = new Map(waiting.map((notice) => [notice.id, notice]))
    await leaveMail(
      runtime,
      tx,
      kept.flatMap(({ id, mailAt }) => (mailAt ? [{ user: ids.get(id)!.userId, at: mailAt }] : [])),
    )
    await tellBells(
      tx,
      kept.flatMap(({ id, product }) => (product ? [ids.get(id)!.userId] : [])),
    )
    return waiting.length
  })
}

function verdictOn(runtime: Runtime, notice: StoredNotice, wishes: NoticeWishes, isWorkday: (day: string) => boolean): Verdict {
  const { product, mail } = channelsOf(runtime.house.notices.get(notice.kind)!, wishes)
  const moment = runtime.mail ? mailMoment(mail, wishes, runtime.clock(), isWorkday, notice.bundle ? bundleDelay : 0) : null
  return {
    id: notice.id,
    product,
    mail: moment === null ? null : (mail as 'now' | 'digest'),
    // What is added to a bundle does not put off its mail.
    mailAt: moment === null ? null : (notice.mailAt ?? new Date(moment).toISOString()),
  }
}

/** What is not for its reader goes; where its teller may tell it again, a mark stays that it was told. */
async function keepVerdicts(tx: Transaction, runtime: Runtime, all: readonly StoredNotice[], kept: readonly Verdict[]): Promise<void> {
  const now = new Date(runtime.clock()).toISOString()
  const settled = new Set(kept.map(({ id }) => id))
  const dropped = all.filter((notice) => !settled.has(notice.id))
  await tx.run(
    sql`update notice n set settled_at = ${now}, in_product = v.product, mail = v.mail, mail_at = v."mailAt"
      from json_to_recordset(${JSON.stringify(kept)}::json) as v(id uuid, product boolean, mail text, "mailAt" timestamptz) where n.id = v.id`,
  )
  await tx.run(
    sql`update notice set settled_at = ${now}, in_product = false, mail = null, mail_at = null where id = any(${dropped.filter(({ key }) => key !== null).map(({ id }) => id)}::uuid[])`,
  )
  await tx.run(sql`delete from notice where id = any(${dropped.filter(({ key }) => key === null).map(({ id }) => id)}::uuid[])`)
}
