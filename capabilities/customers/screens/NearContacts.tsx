import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Item } from '#engine/access/present.ts'
import { companyZone, showInstant } from '#engine/time/zone.ts'
import { api } from '#engine/web/api.ts'
import { bare } from '#engine/web/bare.ts'
import { useDescription, useRecordDescription } from '#engine/web/description.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { nearContacts, unwelcome, warningDays, type NearContact, type Reachability } from '../rules/contact-warning.ts'

const day = 86_400_000

/**
 * Before somebody contacts a customer, or writes down that he did: what colleagues did or plan within a week, with the words they used, and
 * how the person likes to be reached.
 */
export function NearContacts({ values }: { values: Readonly<Record<string, unknown>> }) {
  const { t, say } = useLanguage()
  const { data: description } = useDescription()
  const record = useRecordDescription('activity')
  const [customer, contact] = [bare(values.customer), bare(values.contact)] as [string | null, string | null]
  const at = typeof values.at === 'string' ? values.at : null
  const around = useQuery({
    queryKey: ['related', 'activity', 'near', customer, at],
    queryFn: ({ signal }) => api.get<{ items: Item[] }>('/records/activity', { query: aroundQuery(customer!, at!), signal }),
    enabled: customer !== null && at !== null && record !== undefined,
    retry: false,
  })
  const person = useQuery({
    queryKey: ['record', 'contact', contact, 'reachability'],
    queryFn: ({ signal }) => api.get<Item>(`/records/contact/${contact}`, { signal }),
    enabled: contact !== null,
    retry: false,
  })
  const near =
    at && around.data && description ? nearContacts(around.data.items as unknown as NearContact[], { at, me: description.me.id }) : []
  const reasons =
    at && person.data
      ? unwelcome(reachabilityOf(person.data), { kind: String(values.kind ?? 'call'), clock: showInstant(at, companyZone).slice(11, 16) })
      : []
  if (near.length === 0 && reasons.length === 0) return null
  const kinds = record?.fields.find(({ name }) => name === 'kind')?.choices ?? {}
  return (
    <aside className="zk-similar" role="status">
      {reasons.map((reason) => (
        <p key={reason.en}>{say(reason)}</p>
      ))}
      {near.length > 0 ? (
        <>
          <b>{t(`同事 ${warningDays} 天内的联系`, `Colleagues’ contacts within ${warningDays} days`)}</b>
          <ul>
            {near.slice(0, 3).map((one) => (
              <li key={one.id}>
                <Link to="/$record/$id" params={{ record: 'activity', id: one.id }} target="_blank">
                  {showInstant(one.at, companyZone)} {one.by?.title ?? ''} {kinds[one.kind] ? say(kinds[one.kind]!) : ''}
                  {one.state === 'planned' ? t('（计划）', ' (planned)') : ''}
                </Link>{' '}
                {[one.subject, one.body, one.outcome, one.nextStep].filter(Boolean).join(t('；', '; ')).slice(0, 160)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </aside>
  )
}

const aroundQuery = (customer: string, at: string) => {
  const moment = (shift: number) => new Date(Date.parse(at) + shift * warningDays * day).toISOString()
  return {
    limit: 20,
    sort: '-at',
    fields: 'subject,kind,state,at,by,outcome,nextStep,body',
    filter: JSON.stringify({
      and: [
        { field: 'customer', op: 'eq', value: customer },
        { field: 'state', op: 'in', value: ['planned', 'done'] },
        { field: 'at', op: 'gte', value: moment(-1) },
        { field: 'at', op: 'lte', value: moment(1) },
      ],
    }),
  }
}

/** As far as the reader may see it: what is hidden from him warns of nothing. */
const reachabilityOf = (item: Item): Reachability => ({
  name: String(item.name ?? ''),
  preferredChannel: (item.preferredChannel as Reachability['preferredChannel'] | undefined) ?? null,
  reachableFrom: (item.reachableFrom as string | undefined) ?? null,
  reachableTo: (item.reachableTo as string | undefined) ?? null,
  isRestricted: item.isRestricted === true,
})
