import { words, type Words } from '#engine/text/words.ts'

/** The ways to reach somebody about which he is asked. */
export const channels = {
  phone: words('电话', 'Telephone'),
  sms: words('短信', 'Text message'),
  mail: words('邮件', 'E-mail'),
  wechat: words('微信', 'WeChat'),
  post: words('信件', 'Post'),
  visit: words('上门', 'Visit'),
} satisfies Record<string, Words>
export type Channel = keyof typeof channels

export const decisions = {
  granted: { ...words('同意', 'Granted'), color: 'good', aliases: ['是', 'yes', 'y'] },
  withdrawn: { ...words('撤回', 'Withdrawn'), color: 'bad', aliases: ['拒绝', '否', 'no', 'n', 'opt-out'] },
} as const

/** How somebody was asked. */
export const ways = {
  paper: words('书面签字', 'Signed on paper'),
  phone: words('电话告知', 'By telephone'),
  faceToFace: words('当面', 'Face to face'),
  message: words('消息回复', 'By message'),
  page: words('本人在偏好页', 'On the preference page'),
  taken: words('资料导入', 'With imported data'),
} satisfies Record<string, Words>

/** One entry of the ledger of consents: what somebody decided at a moment, for one purpose and one channel. */
export interface ConsentEntry {
  id: string
  purpose: string
  channel: Channel
  decision: keyof typeof decisions
  /** The moment of the decision, an instant. */
  at: string
  /** The last day of a consent that was given for a time: "2027-11-22". */
  until: string | null
}

/** What holds for a purpose and a channel now, and the entry that says so. */
export interface Standing {
  isGranted: boolean
  /** It was given for a time, which is over. */
  isExpired: boolean
  entry: ConsentEntry
}

const isLater = (a: ConsentEntry, b: ConsentEntry): boolean => {
  if (a.at !== b.at) return a.at > b.at
  // Of two in the same moment the withdrawal counts: in doubt nobody is bothered.
  if (a.decision !== b.decision) return a.decision === 'withdrawn'
  return a.id > b.id
}

/**
 * What holds now: of each purpose and channel the last decision. An entry with a moment still to come does not count yet.
 * @param now an instant
 * @param today the day of that moment in the company's zone
 * @returns by "purpose:channel"
 */
export function standings(entries: readonly ConsentEntry[], now: string, today: string): Map<string, Standing> {
  const last = new Map<string, ConsentEntry>()
  for (const entry of entries) {
    if (entry.at > now) continue
    const key = standingKey(entry.purpose, entry.channel)
    const other = last.get(key)
    if (!other || isLater(entry, other)) last.set(key, entry)
  }
  return new Map(
    [...last].map(([key, entry]) => {
      const isExpired = entry.decision === 'granted' && entry.until !== null && entry.until < today
      return [key, { isGranted: entry.decision === 'granted' && !isExpired, isExpired, entry }]
    }),
  )
}

export const standingKey = (purpose: string, channel: string): string => `${purpose}:${channel}`

/** What is asked before anything is sent. */
export interface SendQuestion {
  /** On what the purpose rests: only what rests on consent needs one. */
  basis: 'consent' | 'contract' | 'law'
  /** The person has asked that his data no longer be used. */
  isRestricted: boolean
  /** The purpose is still in use, and may go by this channel. */
  isInUse: boolean
  standing: Standing | undefined
}

/** Why nothing may be sent to somebody for a purpose by a channel; null where it may. */
export function refuseSending({ basis, isRestricted, isInUse, standing }: SendQuestion): Words | null {
  // A duty by law goes on even where the use of the data was restricted (PIPL article 13, 1, 3).
  if (isRestricted && basis !== 'law') return words('本人要求限制处理其信息', 'the person asked that the data not be used')
  if (!isInUse) return words('此用途已停用，或不用此渠道', 'the purpose is no longer in use, or not by this channel')
  if (standing?.entry.decision === 'withdrawn') return words('本人已撤回同意', 'consent was withdrawn')
  if (basis !== 'consent') return null
  if (!standing) return words('没有本人的同意', 'there is no consent')
  if (standing.isExpired) return words('同意已过期', 'the consent has run out')
  return null
}
