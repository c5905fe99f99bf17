import { fill, words, type Words } from '#engine/text/words.ts'
import type { Fact, Facts } from './logistic.ts'

/** What a chance is reckoned from: known when a lead comes in or soon after, never what is written down because of how it ended. */
export const factWords = {
  source: words('来源', 'Source'),
  sourceDetail: words('来源说明', 'Source, in detail'),
  region: words('地区', 'Region'),
  interest: words('意向产品', 'Interest'),
  isCompany: words('有单位', 'Has a company'),
  hasEmail: words('留了邮箱', 'Left an e-mail'),
  hasMobile: words('留了电话', 'Left a telephone number'),
  plannedFor: words('计划时间', 'Planned for'),
  budget: words('预算', 'Budget'),
  enquiries: words('询问次数', 'Times asked'),
  hour: words('来的时刻', 'Hour of the day'),
  isReferred: words('有介绍人', 'Was referred'),
} satisfies Record<string, Words>

export interface LeadToJudge {
  source: string
  sourceDetail: string | null
  region: string | null
  interest: readonly string[]
  company: string | null
  email: string | null
  mobile: string | null
  plannedFor: string | null
  budget: string | null
  enquiries: number
  /** The hour on the company's clock at which it came in. */
  hour: number
  referredBy: string | null
}

const yes = (value: unknown): string => (value ? 'yes' : 'no')

export const factsOfLead = (lead: LeadToJudge): Facts => ({
  source: lead.source,
  sourceDetail: lead.sourceDetail,
  region: lead.region?.slice(0, 3) ?? null,
  interest: lead.interest[0] ?? null,
  isCompany: yes(lead.company),
  hasEmail: yes(lead.email),
  hasMobile: yes(lead.mobile),
  plannedFor: lead.plannedFor,
  budget: lead.budget === null ? null : Number(lead.budget),
  enquiries: lead.enquiries,
  hour: lead.hour < 9 ? 'early' : lead.hour < 18 ? 'day' : 'evening',
  isReferred: yes(lead.referredBy),
})

const said: Record<string, Words> = {
  yes: words('是', 'yes'),
  no: words('否', 'no'),
  early: words('上班前', 'before work'),
  day: words('白天', 'by day'),
  evening: words('晚上', 'in the evening'),
}

/** A fact as a sentence: "Source: referral". */
export function sayFact(feature: string, value: Fact, choices: Readonly<Record<string, Words>> = {}): Words {
  const name = factWords[feature as keyof typeof factWords] ?? words(feature, feature)
  const what =
    value === null ? words('没填', 'not given') : (choices[String(value)] ?? said[String(value)] ?? words(String(value), String(value)))
  return fill(words('{a}：{b}', '{a}: {b}'), { a: name, b: what })
}
