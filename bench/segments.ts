import type { FilterTree } from '../engine/record/fields/index.ts'
import type { Figures } from './figures.ts'
import { drive } from './load.ts'
import type { Stage } from './stage.ts'

const ago = (days: number) => ({ from: 'today', plus: -days })

/** What segments are made of. `n` makes every question another one, so that no answer is kept. */
const asked: [string, (n: number) => FilterTree][] = [
  ['stage and tier', (n) => ({ and: [{ field: 'stage', op: 'eq', value: 'growing' }, { field: 'tier', op: 'eq', value: 'A' }, made(n)] })],
  [
    'no contact for 30 days',
    (n) => ({
      or: [
        { field: 'lastContactAt', op: 'lt', value: ago(30 + n) },
        { field: 'lastContactAt', op: 'empty' },
      ],
    }),
  ],
  ['a visit within 90 days', (n) => ({ linked: 'activity.customer', where: visits(90 + n) })],
  ['three visits within 90 days', (n) => ({ linked: 'activity.customer', least: 3, where: visits(90 + n) })],
  ['three contacts of any kind', (n) => ({ and: [{ linked: 'activity.customer', least: 3 }, made(n)] })],
  ['no visit within 90 days', (n) => ({ linked: 'activity.customer', most: 0, where: visits(90 + n) })],
  ['no contact of any kind', (n) => ({ and: [{ linked: 'activity.customer', most: 0 }, made(n)] })],
  ['a contact who pays', (n) => ({ and: [{ linked: 'contact.customer', where: { field: 'roles', op: 'has', value: 'pays' } }, made(n)] })],
  [
    'tier A, or two visits and no meeting',
    (n) => ({
      or: [
        { field: 'tier', op: 'eq', value: 'A' },
        {
          and: [
            { linked: 'activity.customer', least: 2, where: visits(90 + n) },
            { not: { linked: 'activity.customer', where: { field: 'kind', op: 'eq', value: 'meeting' } } },
          ],
        },
      ],
    }),
  ],
]

const made = (n: number): FilterTree => ({ field: 'createdAt', op: 'gte', value: ago(3900 + n) })
const visits = (days: number): FilterTree => ({
  and: [
    { field: 'kind', op: 'eq', value: 'visit' },
    { field: 'at', op: 'gte', value: ago(days) },
  ],
})

/** Counts to the last customer, which are wanted within two seconds, and the first page of the same list. */
export async function measureSegments(stage: Stage, figures: Figures, seconds: number): Promise<void> {
  // Counts along an index alone need to know which pages are all visible, as a base in use does.
  const client = await stage.database.connect()
  await client.query('set statement_timeout = 0')
  for (const table of ['customer', 'contact', 'activity']) await client.query(`vacuum analyze "${table}"`)
  await client.end()
  for (const [key, who] of [
    ['director', 'director (all)'],
    ['head', 'head of a department'],
    ['sales', 'salesperson, 300 own + 300 shared'],
  ] as const) {
    const headers = { authorization: `Bearer ${stage.actors[key].token}` }
    for (const [what, filter] of asked) {
      const path = (n: number, more: string) => `/api/v1/records/customer?${more}&filter=${encodeURIComponent(JSON.stringify(filter(n)))}`
      const counts = await drive(stage.port, (n) => ({ path: path(n % 60, 'limit=0&count=exact'), headers }), {
        connections: 1,
        seconds,
        warm: 0,
      })
      figures.rate(`segment counted: ${what} · ${who}`, counts, { p95: 2000 })
      const pages = await drive(stage.port, (n) => ({ path: path(n % 60, 'limit=50&fields=name,owner'), headers }), {
        connections: 1,
        seconds,
        warm: 0.3,
      })
      figures.rate(`segment listed: ${what} · ${who}`, pages, { p95: 300 })
    }
  }
}
