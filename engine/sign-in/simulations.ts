import { hasRole, systemActor, type Actor } from '#engine/access/actor.ts'
import { tellDoors } from '#engine/access/load-actor.ts'
import { notFound, refuse } from '#engine/action/refusal.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import { words } from '#engine/text/words.ts'
import { tellDoor } from './sign-in-events.ts'

/**
 * An administrator looks at the product as somebody else sees it: his own session, for some minutes, reads with the rights of that user and
 * writes nothing. It lies in the database beside the session, so that it holds on every node and is over everywhere at once.
 */
export interface Simulation {
  userId: string
  /** Whose session it is. */
  administratorId: string
  reason: string
  startedAt: string
  until: string
}

export const longestSimulation = 60

/** Begins to look at the product as a user. The reason stands in the event, which tells the user and the audit of it. */
export async function startSimulation(
  runtime: Runtime,
  actor: Actor,
  session: string,
  userId: string,
  { reason, minutes }: { reason: string; minutes: number },
): Promise<void> {
  if (userId === actor.id)
    throw refuse('own-simulation', words('这就是您自己看到的样子。', 'That is what you see yourself.'), { status: 409 })
  const user = await runtime.actorOf(userId, 'user')
  if (!user) throw notFound()
  await tellDoor(runtime, actor, userId, 'simulated', { reason: [null, reason], minutes: [null, minutes] }, async (queries) => {
    const begun = await queries.run(
      sql`insert into simulation (session_id, administrator_id, user_id, reason, started_at, until)
        values (${session}, ${actor.id}, ${userId}, ${reason}, now(), now() + make_interval(mins => ${minutes}::integer))
        on conflict (session_id) do nothing`,
    )
    if (begun === 0) throw refuse('simulating', words('已经在以他人身份查看。', 'You look as somebody else already.'), { status: 409 })
  })
}

/** Takes the row away: whoever does it tells of it, and nobody else. */
const take = async (queries: Queries, session: string): Promise<void> => {
  const gone = await queries.row<{ user_id: string }>(sql`delete from simulation where session_id = ${session} returning user_id`)
  if (!gone) throw notFound()
  await tellDoors(queries, gone.user_id)
}

/** Ends it: at a click, or as time is up. Ended already is ended. */
export async function endSimulation(runtime: Runtime, actor: Actor, session: string, userId: string): Promise<void> {
  await tellDoor(runtime, actor, userId, 'simulationEnded', {}, (queries) => take(queries, session)).catch((error: { status?: number }) => {
    if (error.status !== 404) throw error
  })
}

/** Ends what has run its time, or whose session is over; every minute. */
export async function endOverdueSimulations(runtime: Runtime): Promise<void> {
  const over = await runtime.database.rows<{ session_id: string; user_id: string }>(
    sql`select m.session_id, m.user_id from simulation m where m.until <= now() or not exists (select 1 from session s where s.id = m.session_id) limit 200`,
  )
  for (const { session_id: session, user_id: userId } of over) await endSimulation(runtime, systemActor, session, userId)
}

/** The sessions that look as somebody else still. */
export async function livingSimulations(queries: Queries, sessions: readonly string[]): Promise<Set<string>> {
  if (sessions.length === 0) return new Set()
  const rows = await queries.rows<{ id: string }>(
    sql`select session_id as id from simulation where session_id = any(${sessions}::uuid[]) and until > now()`,
  )
  return new Set(rows.map(({ id }) => id))
}

/** What a screen says all the time while it lasts. */
export async function describeSimulation(runtime: Runtime, simulation: Simulation | undefined) {
  if (!simulation) return undefined
  const by = await runtime.actorOf(simulation.administratorId, 'user')
  return { by: by?.name ?? '', reason: simulation.reason, until: simulation.until }
}

/** The actor that a session reads as: the simulated one as long as its bearer is an administrator and there is such a user. */
export const simulatedBy = (simulation: Simulation, bearer: Actor): boolean =>
  bearer.id === simulation.administratorId && hasRole(bearer, 'administrator')
