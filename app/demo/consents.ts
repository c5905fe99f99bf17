import type { Runtime } from '#engine/runtime.ts'
import { sql } from '#engine/store/sql.ts'
import { castConsents, castPurposes } from '../../capabilities/customers/cast-consents.ts'
import { createInNames, type Story } from './in-names.ts'

const day = 86_400_000

/** What the company's people were asked, and what they answered; some changed their minds. */
export async function askForConsents(runtime: Runtime, story: Story): Promise<void> {
  const now = runtime.clock()
  const purposes = await createInNames(
    runtime,
    story,
    'purpose',
    castPurposes.map((input) => ({ owner: 'lin', input })),
  )
  const idOf = new Map(castPurposes.map(({ code }, i) => [code, purposes[i]!]))
  const firsts = await runtime.database.rows<{ customer: string; contact: string }>(
    sql`select id as customer, primary_contact_id as contact from customer where id = any(${Object.values(story.customers)}::uuid[]) and primary_contact_id is not null`,
  )
  const contactOf = new Map(firsts.map(({ customer, contact }) => [customer, contact]))
  await createInNames(
    runtime,
    story,
    'consent',
    castConsents.flatMap(({ customer, owner, purpose, channel, decision, how, daysAgo, proof }) => {
      const id = story.customers[customer]!
      const contact = contactOf.get(id)
      if (!contact) return []
      const at = new Date(now - daysAgo * day).toISOString()
      return [
        {
          owner,
          input: {
            customer: id,
            contact,
            purpose: idOf.get(purpose),
            channel,
            decision,
            how,
            at,
            createdAt: at,
            ...(proof ? { proof } : {}),
          },
        },
      ]
    }),
  )
}
