import { fill, words, type Words } from '#engine/text/words.ts'

/** What makes somebody fit our main business. */
export interface FitProfile {
  industries: readonly string[]
  regions: readonly string[]
  least: number | null
  keywords: readonly string[]
}

interface Candidate {
  name: string
  industry: string | null
  region: string | null
  employees: number | null
  note: string | null
}

const weights = { industry: 40, region: 25, size: 20, keywords: 15 }

/**
 * How well somebody fits, in a hundred: industry 40, region 25, size 20, words of our business 15. What a profile does not ask for is left out
 * of the sum; without anything asked for, nobody fits more than another.
 */
export function fitOf(
  { industries, regions, least, keywords }: FitProfile,
  { name, industry, region, employees, note }: Candidate,
): { fit: number; reasons: Words[] } {
  const text = [name, industry, note].join(' ')
  const hit = (list: readonly string[], value: string | null) => list.find((one) => value?.includes(one))
  const parts: { weight: number; is: boolean; why: Words }[] = []
  const add = (key: keyof typeof weights, is: boolean, yes: Words, no: Words) =>
    parts.push({ weight: weights[key], is, why: is ? yes : no })
  if (industries.length > 0) {
    const found = hit(industries, industry)
    add(
      'industry',
      found !== undefined,
      fill(words('行业“{v}”合适', 'the industry "{v}" fits'), { v: found ?? '' }),
      words('行业不在范围内', 'another industry'),
    )
  }
  if (regions.length > 0) {
    const found = hit(regions, region)
    add('region', found !== undefined, fill(words('在{v}', 'in {v}'), { v: found ?? '' }), words('地区不在范围内', 'another region'))
  }
  if (least !== null)
    add(
      'size',
      (employees ?? 0) >= least,
      fill(words('员工 {n} 人', '{n} employees'), { n: employees ?? 0 }),
      words('规模不够或不详', 'too small, or not known'),
    )
  if (keywords.length > 0) {
    const found = hit(keywords, text)
    add(
      'keywords',
      found !== undefined,
      fill(words('提到“{v}”', 'mentions "{v}"'), { v: found ?? '' }),
      words('没有提到主营业务', 'does not mention our business'),
    )
  }
  const total = parts.reduce((sum, { weight }) => sum + weight, 0)
  const got = parts.reduce((sum, { weight, is }) => sum + (is ? weight : 0), 0)
  return {
    fit: total === 0 ? 0 : Math.round((100 * got) / total),
    reasons: [...parts].sort((a, b) => Number(b.is) - Number(a.is) || b.weight - a.weight).map(({ why }) => why),
  }
}
