import { z } from 'zod'
import { definePreference } from '#engine/preference/define-preference.ts'
import { sql } from '#engine/store/sql.ts'
import type { Locale } from '#engine/text/words.ts'
import { leaveMail } from './outlets.ts'
import { readNotices } from './stored-notice.ts'
import { workdaysOf } from './workdays-of.ts'
import { channelsOf, mailMoment, usualWishes, wishesSchema } from './wishes.ts'

/** How somebody wants to be told. What waits for its mail is planned anew. */
export const noticePreference = definePreference('notices', {
  schema: wishesSchema,
  initial: usualWishes,
  async kept(runtime, queries, user, wishes) {
    const waiting = await readNotices(
      queries,
      sql`n.user_id = ${user} and n.mail_at is not null and n.mailed_at is null`,
      sql`order by n.id for update`,
    )
    const now = runtime.clock()
    const isWorkday = await workdaysOf(runtime, queries, await runtime.actorOf(user, 'user'))
    const planned = waiting.map((notice) => {
      const type = runtime.house.notices.get(notice.kind)
      const mail = type ? channelsOf(type, wishes).mail : 'never'
      const moment = mailMoment(mail, wishes, now, isWorkday)
      return { id: notice.id, mail: moment === null ? null : mail, at: moment === null ? null : new Date(moment).toISOString() }
    })
    await queries.run(
      sql`update notice n set mail = v.mail, mail_at = v.at from json_to_recordset(${JSON.stringify(planned)}::json) as v(id uuid, mail text, at timestamptz) where n.id = v.id`,
    )
    await leaveMail(
      runtime,
      queries,
      planned.flatMap(({ at }) => (at ? [{ user, at }] : [])),
    )
  },
})

/** The language somebody reads: that of his mails, and of the product where his browser has not been told another. */
export const languagePreference = definePreference<Locale | null>('language', { schema: z.enum(['zh', 'en']).nullable(), initial: null })

export const enginePreferences = [noticePreference, languagePreference]
