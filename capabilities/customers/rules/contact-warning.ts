import { words, type Words } from '#engine/text/words.ts'
import type { Channel } from './consent.ts'

/** Within how many days a colleague's contact with the same customer is worth knowing of. */
export const warningDays = 7

/** A contact of a colleague, done or planned. */
export interface NearContact {
  id: string
  kind: string
  state: 'planned' | 'done'
  /** An instant. */
  at: string
  subject: string
  outcome: string | null
  nextStep: string | null
  body: string | null
  by: { id: string; title: string } | null
}

const day = 86_400_000

/**
 * The contacts of colleagues that whoever plans or logs one should know of: within a week of its moment, the nearest first. His own, those
 * called off and mere notes are none.
 */
export function nearContacts(contacts: readonly NearContact[], { at, me }: { at: string; me: string }): NearContact[] {
  const distance = (contact: NearContact) => Math.abs(Date.parse(contact.at) - Date.parse(at))
  return contacts
    .filter((contact) => contact.by?.id !== me && contact.kind !== 'note' && distance(contact) <= warningDays * day)
    .sort((a, b) => distance(a) - distance(b))
}

/** How somebody likes to be reached, as his file says. */
export interface Reachability {
  name: string
  preferredChannel: Channel | null
  reachableFrom: string | null
  reachableTo: string | null
  isRestricted: boolean
}

const channelsOfKind: Record<string, readonly Channel[]> = {
  call: ['phone'],
  visit: ['visit'],
  mail: ['mail'],
  message: ['sms', 'wechat'],
}

/**
 * Why a contact may not be welcome in this way at this time; empty where nothing speaks against it.
 * @param clock the time of the day in the company's zone: "18:30"
 */
export function unwelcome(person: Reachability, { kind, clock }: { kind: string; clock: string }): Words[] {
  const { name, preferredChannel, reachableFrom, reachableTo } = person
  const reasons: Words[] = []
  if (person.isRestricted) reasons.push(words(`${name}要求限制处理其信息`, `${name} asked that the data not be used`))
  const channels = channelsOfKind[kind]
  if (preferredChannel && channels && !channels.includes(preferredChannel))
    reasons.push(words(`${name}希望用别的方式联系`, `${name} prefers to be reached in another way`))
  const isEarly = reachableFrom !== null && clock < reachableFrom
  const isLate = reachableTo !== null && clock > reachableTo
  if (channels && kind !== 'mail' && (isEarly || isLate))
    reasons.push(
      words(
        `${name}方便的时间是 ${reachableFrom ?? '00:00'}–${reachableTo ?? '24:00'}`,
        `${name} can be reached from ${reachableFrom ?? '00:00'} to ${reachableTo ?? '24:00'}`,
      ),
    )
  return reasons
}
