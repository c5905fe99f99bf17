import { perform } from '#engine/action/perform.ts'
import type { Runtime } from '#engine/runtime.ts'
import { sql } from '#engine/store/sql.ts'
import { castLimit, castPool, pooledReasons } from '../../capabilities/customers/cast-pools.ts'
import { createInNames, inNameOf, type Story } from './in-names.ts'

/** The pool of Hangzhou with some customers in it to claim, and how many one may hold. Nothing returns to it until somebody switches it on. */
export async function tellPools(runtime: Runtime, story: Story): Promise<void> {
  const { database, house } = runtime
  const { keepers, departments, values } = castPool
  const [pool] = await createInNames(runtime, story, 'pool', [
    {
      owner: 'lin',
      input: {
        ...values,
        keepers: keepers.map((key) => story.people[key]),
        departments: departments.map((key) => story.departments[key]),
      },
    },
  ])
  await createInNames(runtime, story, 'customerLimit', [
    { owner: 'lin', input: { ...castLimit.values, departments: castLimit.departments.map((key) => story.departments[key]) } },
  ])
  const customers = await database.rows<{ id: string }>(
    sql`select id from customer where deleted_at is null and owner_id = ${story.people.zhang} and id <> all(${Object.values(story.customers)}::uuid[])
      order by id limit ${pooledReasons.length * 4}`,
  )
  await perform(
    runtime,
    inNameOf(story, 'wang'),
    house.actions.get('customers.moveToPool')!,
    customers.map(({ id }, i) => ({ id, input: { pool, reason: pooledReasons[i % pooledReasons.length] } })),
  )
  const foresee = house.jobs.get('foresee-returns')!
  await foresee.run(runtime, { pool }, { id: '', attempt: 0, signal: new AbortController().signal })
  // By then it is measured who has been followed up on.
  await runtime.enqueue(database, 'foresee-returns', { pool }, { at: new Date(Date.now() + 60_000).toISOString() })
}
