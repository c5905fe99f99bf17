import type { Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import { words, type Words } from '#engine/text/words.ts'
import { refuseSending, standingKey, standings, type Channel, type ConsentEntry, type SendQuestion } from './rules/consent.ts'
import type { Standard } from './rules/collection.ts'
import type { CustomerToMatch } from './rules/matching.ts'
import { remarkKinds } from './rules/real-contact.ts'

interface Row {
  id: string
  kind: CustomerToMatch['kind']
  name: string
  short_name: string | null
  region: string | null
  address: string | null
  phone: string | null
  email: string | null
  website: string | null
  uscc: string | null
  external_code: string | null
  industry: string | null
  employees: number | null
  phones: string[] | null
  emails: string[] | null
  id_number: string | null
  birthday: string | null
}

/**
 * What of customers is compared: their own facts, those of the contact who is the customer himself, and their further identities. Numbers
 * that several share are left out.
 */
export async function customersToMatch(queries: Queries, ids: readonly string[]): Promise<Map<string, CustomerToMatch>> {
  const rows = await queries.rows<Row>(
    sql`select c.id, c.kind, c.name, c.short_name, c.region, c.address, c.phone, c.email, c.website, c.uscc, c.external_code, c.industry, c.employees,
        s.phones, s.emails, s.id_number, s.birthday::text as birthday
      from customer c left join lateral (
        select array_remove(array_agg(p), null) as phones, array_remove(array_agg(e), null) as emails, max(n) as id_number, max(b) as birthday from (
          select k.mobile as p, k.email as e, k.id_number as n, k.birthday as b from contact k
            where k.customer_id = c.id and k.deleted_at is null and 'self' = any(k.roles)
          union all select k.telephone, null, null, null from contact k where k.customer_id = c.id and k.deleted_at is null and 'self' = any(k.roles)
          union all select case when i.kind = 'phone' then i.value end, case when i.kind = 'email' then i.value end, null, null from identity i
            where i.customer_id = c.id and i.deleted_at is null and not i.is_shared
        ) x) s on true
      where c.id = any(${ids}::uuid[]) and c.deleted_at is null`,
  )
  return new Map(
    rows.map((row): [string, CustomerToMatch] => [
      row.id,
      {
        kind: row.kind,
        name: row.name,
        shortName: row.short_name,
        region: row.region,
        address: row.address,
        phones: [row.phone, ...(row.phones ?? [])].filter((phone) => phone !== null),
        emails: [row.email, ...(row.emails ?? [])].filter((email) => email !== null),
        website: row.website,
        identityNumbers: [row.uscc, row.id_number],
        externalCode: row.external_code,
        birthday: row.birthday,
        industry: row.industry,
        employees: row.employees,
      },
    ]),
  )
}

/** Which of these pairs have been brought up before, whatever became of them. */
export const knownPairs = async (queries: Queries, pairs: readonly string[]): Promise<Set<string>> =>
  new Set(
    (await queries.arrays(sql`select value from claim where identity = 'duplicatePair' and value = any(${pairs}::text[])`)).map(
      ([pair]) => pair as string,
    ),
  )

interface ConsentRow extends ConsentEntry {
  contact: string
}

/** The ledger of consents of some contacts; `purpose` and `channel` narrow it. */
export async function consentEntries(
  queries: Queries,
  contacts: readonly string[],
  { purpose, channel }: { purpose?: string; channel?: Channel } = {},
): Promise<Map<string, ConsentEntry[]>> {
  const rows = await queries.rows<ConsentRow>(
    sql`select id, contact_id as contact, purpose_id as purpose, channel, decision, at, until from consent
      where contact_id = any(${contacts}::uuid[]) and deleted_at is null
      ${purpose ? sql`and purpose_id = ${purpose}` : sql.empty} ${channel ? sql`and channel = ${channel}` : sql.empty}`,
  )
  return Map.groupBy(rows, ({ contact }) => contact)
}

/**
 * Why nothing may be sent to some contacts for a purpose by a channel; null where it may. Asked right before anything leaves, so that a
 * withdrawal holds from the next moment on. Contacts that are not there may not be written to.
 * @param purpose its code: "news"
 * @param now the moment as an instant, `today` its day in the company's zone
 */
export async function refusalsToSend(
  queries: Queries,
  {
    contacts,
    purpose,
    channel,
    now,
    today,
  }: { contacts: readonly string[]; purpose: string; channel: Channel; now: string; today: string },
): Promise<Map<string, Words | null>> {
  const known = await queries.row<{ id: string; basis: SendQuestion['basis']; channels: string[] }>(
    sql`select id, basis, channels from purpose where code = ${purpose} and deleted_at is null`,
  )
  const people = await queries.rows<{ id: string; restricted: boolean }>(
    sql`select id, is_restricted as restricted from contact where id = any(${contacts}::uuid[]) and deleted_at is null`,
  )
  const restricted = new Map(people.map((person) => [person.id, person.restricted]))
  const entries = known ? await consentEntries(queries, contacts, { purpose: known.id, channel }) : new Map<string, ConsentEntry[]>()
  return new Map(
    contacts.map((id) => {
      if (!restricted.has(id)) return [id, words('联系人已不存在', 'the contact is no longer there')]
      const standing = known && standings(entries.get(id) ?? [], now, today).get(standingKey(known.id, channel))
      const isInUse = known?.channels.includes(channel) ?? false
      return [id, refuseSending({ basis: known?.basis ?? 'consent', isRestricted: restricted.get(id)!, isInUse, standing })]
    }),
  )
}

/** Whom a request wants to be erased; nobody where that is done, or not to be done. */
export const contactToErase = async (queries: Queries, request: string): Promise<string | undefined> =>
  (
    await queries.row<{ contact: string }>(
      sql`select contact_id as contact from subject_request where id = ${request} and state = 'erasing'`,
    )
  )?.contact

/** Whether a contact is the customer himself: then the customer's file is about him, too. */
export const selfCustomer = (queries: Queries, contact: string): Promise<{ id: string } | undefined> =>
  queries.row(
    sql`select c.id from contact k join customer c on c.id = k.customer_id where k.id = ${contact} and 'self' = any(k.roles) and c.kind = 'person'`,
  )

/** The preference page that an address leads to, as long as it works. */
export const pageOfSecret = (queries: Queries, hash: string, today: string): Promise<{ id: string; contact: string } | undefined> =>
  queries.row(
    sql`select p.id, p.contact_id as contact from claim c join preference_page p on p.id = c.record_id join contact k on k.id = p.contact_id and k.deleted_at is null
      where c.identity = 'preferencePage' and c.value = ${hash} and p.deleted_at is null and p.expires_on >= ${today}`,
  )

/** Purposes that rest on consent, in use. */
export const askedPurposes = (
  queries: Queries,
): Promise<{ id: string; name: Words; wording: Words; channels: Channel[]; basis: SendQuestion['basis'] }[]> =>
  queries.rows(sql`select id, name, wording, channels, basis from purpose where deleted_at is null order by code`)

/** Requests of people about their data that are to be done and whose keepers have to be reminded. */
export const requestsToWarnOf = (
  queries: Queries,
  today: string,
): Promise<{ id: string; owner: string | null; number: string; due: string; isLate: boolean }[]> =>
  queries.rows(
    sql`select r.id, c.owner_id as owner, r.number, r.due_on::text as due, r.due_on < ${today}::date as "isLate"
      from subject_request r join customer c on c.id = r.customer_id
      where r.state in ('open', 'erasing') and r.deleted_at is null and r.warn_on <= ${today}::date order by r.due_on, r.id limit 1000`,
  )

/** Whoever looks after the whole: administrators. */
export const administrators = async (queries: Queries): Promise<string[]> =>
  (
    await queries.arrays(
      sql`select u.id from "user" u where u.deleted_at is null and u.is_active
        and exists (select 1 from role r where r.id = any(u.roles_ids) and r.code = 'administrator' and r.deleted_at is null)`,
    )
  ).map(([id]) => id as string)

/** The living entries of a customer on a list: at most one, or two where two customers have become one. */
export async function listingsOf(queries: Queries, segment: string, customer: string): Promise<string[]> {
  const rows = await queries.rows<{ id: string }>(
    sql`select id from listing where customer_id = ${customer} and segment_id = ${segment} and deleted_at is null`,
  )
  return rows.map(({ id }) => id)
}

/** The segments whose history is kept. */
export const activeSegments = async (queries: Queries): Promise<string[]> =>
  (await queries.rows<{ id: string }>(sql`select id from segment where state = 'active' and deleted_at is null order by id`)).map(
    ({ id }) => id,
  )

/** When a customer was last contacted, by what is logged. */
export const lastContactOf = async (queries: Queries, customer: string): Promise<string | null> =>
  (
    await queries.row<{ at: string | null }>(
      sql`select at from activity where customer_id = ${customer} and state = 'done' and kind <> all(${remarkKinds}::text[]) and deleted_at is null order by at desc limit 1`,
    )
  )?.at ?? null

/** The collection standards. A keeper who has been switched off keeps nothing. */
export const readStandards = (queries: Queries): Promise<Standard[]> =>
  queries.rows(
    sql`select s.id, s.name, s.kind, s.tier, s.stage, s.requires, s.every_days as "everyDays", u.id as keeper
      from collection_standard s left join "user" u on u.id = s.keeper_id and u.is_active and u.deleted_at is null
      where s.deleted_at is null order by s.id limit 1000`,
  )

const standardsOf = new WeakMap<Queries, Promise<Standard[]>>()

/** The collection standards within a transaction, which reads them once however many customers it writes. */
export function standardsIn(transaction: Queries): Promise<Standard[]> {
  const known = standardsOf.get(transaction) ?? readStandards(transaction)
  standardsOf.set(transaction, known)
  return known
}
