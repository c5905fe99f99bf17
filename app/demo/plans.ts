import { verbOf } from '#engine/action/derived.ts'
import { perform } from '#engine/action/perform.ts'
import type { Runtime } from '#engine/runtime.ts'
import { sql } from '#engine/store/sql.ts'
import { askForContacts, reckonCustomers } from '#cap/communication'
import { castPlans, castReachability } from '../../capabilities/communication/cast.ts'
import { createInNames, inNameOf, type Story } from './in-names.ts'

/** The plans of the demo company, how its people like to be reached, and what the last hour has asked for. */
export async function tellPlans(runtime: Runtime, story: Story): Promise<void> {
  const { house, database } = runtime
  for (const [key, input] of Object.entries(castReachability)) {
    const first = await database.row<{ id: string }>(
      sql`select primary_contact_id as id from customer where id = ${story.customers[key]!}::uuid`,
    )
    await perform(runtime, inNameOf(story, 'wang'), verbOf(house, house.shapes.get('contact')!, 'edit'), [{ id: first!.id, input }])
  }
  const purposes = await database.rows<{ id: string; code: string }>(sql`select id, code from purpose where deleted_at is null`)
  await createInNames(
    runtime,
    story,
    'contactPlan',
    castPlans.map(({ owner, department, customer, purpose, values }) => ({
      owner,
      input: {
        ...values,
        ...(department ? { department: story.departments[department] } : {}),
        ...(customer ? { customer: story.customers[customer] } : {}),
        ...(purpose ? { purpose: purposes.find(({ code }) => code === purpose)!.id } : {}),
      },
    })),
  )
  const customers = await database.rows<{ id: string }>(sql`select id from customer where deleted_at is null order by id`)
  for (let i = 0; i < customers.length; i += 500)
    await reckonCustomers(
      runtime,
      customers.slice(i, i + 500).map(({ id }) => id),
    )
  await askForContacts(runtime)
}
