import { openSession, bearerOfSession } from '#engine/sign-in/sessions.ts'
import { bearerOfToken } from '#engine/sign-in/tokens.ts'
import { sql } from '#engine/store/sql.ts'
import type { Figures } from './figures.ts'
import { drive, type Ask } from './load.ts'
import type { Stage } from './stage.ts'

/** How long one call takes by itself, in milliseconds, over a second. */
async function alone(work: () => Promise<unknown>): Promise<number> {
  for (let n = 0; n < 50; n++) await work()
  const begin = performance.now()
  let calls = 0
  while (performance.now() - begin < 1000) {
    await work()
    calls += 1
  }
  return (performance.now() - begin) / calls
}

/** What it costs that every request asks the database who its bearer is: a whole request with and without it, and the look-up by itself. */
export async function measureDoor({ port, actors, database, limit, limitPort }: Stage, figures: Figures, seconds: number): Promise<void> {
  const { actor, token } = actors.sales
  const { secret } = await openSession(database, actor.id, { address: '127.0.0.1', agent: 'bench' })
  const as =
    (headers: Record<string, string>): (() => Ask) =>
    () => ({ path: '/api/v1/me', headers })
  const open = await drive(port, () => ({ path: '/healthz' }), { seconds })
  figures.rate('a request that asks for nobody', open, {})
  await limit('nothing', sql`select 1`)
  const least = await drive(limitPort, () => ({ path: '/nothing' }), { seconds })
  figures.rate('GET me, by a session', await drive(port, as({ cookie: `zhike_session=${secret}` }), { seconds }), { limit: least })
  figures.rate('GET me, by a token', await drive(port, as({ authorization: `Bearer ${token}` }), { seconds }), { limit: least })
  const nothing = await alone(() => database.row(sql`select 1`, 'prepare'))
  const session = await alone(() => bearerOfSession(database, secret))
  const byToken = await alone(() => bearerOfToken(database, token))
  const shown = (ms: number) => `${ms.toFixed(2)} ms`
  figures.plain('the look-up of a session by itself', shown(session), '≤ 1 ms', session <= 1, `"select 1" ${shown(nothing)}`)
  figures.plain('the look-up of a token by itself', shown(byToken), '≤ 1 ms', byToken <= 1, `"select 1" ${shown(nothing)}`)
}
