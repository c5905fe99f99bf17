import { words, type Words } from '#engine/text/words.ts'
import { isPrivate } from './collection.ts'
import { isUscc } from './uscc.ts'

/** What is looked at: the customer's own facts, those of its first contact, and whether its owner still works here. */
export interface FactsToDoubt {
  kind: string
  values: Readonly<Record<string, unknown>>
  contact: Readonly<Record<string, unknown>> | null
  ownerIsGone: boolean
  /** The present year. */
  year: number
}

/** A value that is there and can hardly be right. */
export interface Doubt {
  /** A field of the customer, or one of its first contact: "primaryContact.mobile". */
  field: string
  why: Words
}

type Looking = (value: string) => Words | null

const placeholder =
  /^(?:测试.*|试用.*|test[\w ]*|无|暂无|没有|未知|不详|不清楚|空|待定|待补充?|待完善|匿名|某+.?|x{2,}|a{2,}|n\/?a|none|null|unknown|\d+|[-—_.。*?？·\s]+)$/i

const naming: Looking = (value) => (placeholder.test(value.trim()) ? words('像是占位内容', 'looks like a placeholder') : null)

/** Whether one sign fills the end of a number, or it only counts up or down: nobody was given such a number. */
function isMadeUp(digits: string): boolean {
  const end = digits.slice(-7)
  const steps = new Set([...end].slice(1).map((digit, i) => Number(digit) - Number(end[i])))
  return end.length === 7 && steps.size === 1 && [-1, 0, 1].includes([...steps][0]!)
}

const calling: Looking = (value) => {
  const digits = value.split(';')[0]!.replace(/\D/g, '')
  return isMadeUp(digits) || digits.endsWith('13800138000') ? words('不像真实的号码', 'hardly a number that rings') : null
}

const mailing: Looking = (value) => {
  const [local = '', domain = ''] = value.toLowerCase().split('@')
  const isSample = /^(?:example|test|domain|xxx|abc|123)\.(?:com|cn|org|net)$/.test(domain) || domain.endsWith('.invalid')
  return isSample || /^(?:test\d*|no-?reply|xxx+|aaa+|none|null|123+)$/.test(local)
    ? words('不像有人会收的邮箱', 'hardly an address that anybody reads')
    : null
}

const living: Looking = (value) =>
  naming(value) ?? (value.trim().length < 5 ? words('太短，不像完整的地址', 'too short for a whole address') : null)

const linking: Looking = (value) =>
  /^https?:\/\/(?:www\.)?(?:example|test|xxx|abc)\.(?:com|cn|org|net)\b/i.test(value)
    ? words('像是占位内容', 'looks like a placeholder')
    : null

const identifying: Looking = (value) => (isUscc(value.toUpperCase()) ? null : words('校验位不对', 'the check character does not fit'))

const own: Record<string, Looking> = {
  name: naming,
  shortName: naming,
  region: naming,
  industry: naming,
  address: living,
  phone: calling,
  email: mailing,
  website: linking,
  uscc: identifying,
}

const ofContact: Record<string, Looking> = { name: naming, mobile: calling, telephone: calling, email: mailing }

/** What can hardly be right, and how many facts were looked at. */
export function doubtsAbout({ kind, values, contact, ownerIsGone, year }: FactsToDoubt): { doubts: Doubt[]; looked: number } {
  const doubts: Doubt[] = []
  let looked = 0
  const look = (field: string, value: unknown, why: (value: never) => Words | null) => {
    if (value === null || value === undefined || value === '') return
    looked += 1
    const found = why(value as never)
    if (found) doubts.push({ field, why: found })
  }
  for (const [field, why] of Object.entries(own)) look(field, values[field], why)
  look('founded', values.founded, (founded: number) =>
    founded > year ? words('在将来', 'lies in the future') : founded < 1600 ? words('太早', 'is too early') : null,
  )
  if (!isPrivate(kind))
    look('employees', values.employees, (employees: number) => (employees === 0 ? words('没有员工的单位', 'nobody works there') : null))
  look('parent', values.parent, (parent: string) => (parent === values.id ? words('是它自己', 'is the customer itself') : null))
  look('owner', values.owner, () => (ownerIsGone ? words('负责人已停用', 'the owner has been switched off') : null))
  for (const [field, why] of Object.entries(ofContact)) look(`primaryContact.${field}`, contact?.[field], why)
  return { doubts, looked }
}
