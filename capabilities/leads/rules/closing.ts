import { words, type Words } from '#engine/text/words.ts'

/** Why there was no deal, as salespeople say it. */
export const closeReasons = {
  noNeed: words('没有需求', 'No need'),
  budget: words('预算不足', 'Not the budget'),
  competitor: words('选了别家', 'Chose somebody else'),
  product: words('产品不符', 'Product does not fit'),
  place: words('地段或距离不合适', 'The place does not suit'),
  timing: words('时间未到', 'Not yet'),
  unreachable: words('联系不上', 'Cannot be reached'),
  invalid: words('信息无效', 'Details are invalid'),
  other: words('其他', 'Other'),
}

/** Reasons by which a lead was none: they teach nothing about leads. */
export const noLeads: readonly string[] = ['invalid']

/** Why a lead cannot be closed so, by field: it takes a day to come back on, or the word that nobody shall. */
export function refuseClosing(
  { revisitOn, neverRevisit, reason, note }: { revisitOn: string | null; neverRevisit: boolean; reason: string; note: string | null },
  today: string,
): Record<string, Words> {
  if (!revisitOn && !neverRevisit)
    return { revisitOn: words('填写回访日期，或勾选“不再回访”', 'Give a day to come back on, or say "never"') }
  if (revisitOn && neverRevisit) return { neverRevisit: words('已填回访日期', 'There is a day to come back on') }
  if (revisitOn && revisitOn <= today) return { revisitOn: words('应晚于今天', 'Must be after today') }
  return reason === 'other' && !note ? { note: words('选“其他”时写明原因', 'With "other", say why') } : {}
}
