import type { Runtime } from '#engine/runtime.ts'
import { sql } from '#engine/store/sql.ts'
import { eventsAfter } from './events.ts'

/**
 * Hands sealed events to the reactions that run afterwards. The reader's position and the jobs it leaves are written together,
 * so that every event reaches every reaction once, whoever is killed when.
 * @returns how many events were read.
 */
export async function readForReactions(runtime: Runtime, limit = 500): Promise<number> {
  const reactions = runtime.house.reactions.filter((reaction) => reaction.after)
  return runtime.database.transaction(async (tx) => {
    const mine = await tx.row<{ mine: boolean }>(sql`select pg_try_advisory_xact_lock(hashtext('zhike.react')) as mine`)
    if (!mine?.mine) return 0
    if (reactions.length === 0) {
      // Nobody reacts to anything: what has happened is passed over unread.
      await tx.run(
        sql`insert into event_reader (name, position, at) select 'reactions', position, now() from (select max(position) as position from seal) s where position is not null
          on conflict (name) do update set position = excluded.position, at = excluded.at where event_reader.position < excluded.position`,
      )
      return 0
    }
    const reader = await tx.row<{ position: number }>(sql`select position from event_reader where name = 'reactions'`)
    const events = await eventsAfter(tx, reader?.position ?? 0, limit)
    if (events.length === 0) return 0
    for (const { event } of events)
      for (const reaction of reactions)
        if (reaction.on.includes(event.type))
          await runtime.enqueue(tx, 'react', { reaction: reaction.name, event: event.id }, { key: `${reaction.name}:${event.id}` })
    await tx.run(
      sql`insert into event_reader (name, position, at) values ('reactions', ${events.at(-1)!.position}, now()) on conflict (name) do update set position = excluded.position, at = excluded.at`,
    )
    return events.length
  })
}
