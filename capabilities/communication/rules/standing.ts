import { words, type Words } from '#engine/text/words.ts'
import { dayAt } from '#engine/time/zone.ts'
import { afterInterval, sayInterval, type Interval } from './interval.ts'

/** How a customer stands to his plan. */
export interface StandingFacts {
  plan: Interval | null
  /** The last real contact, an instant; and the moment the file was made, from which the clock runs as long as there was none. */
  last: string | null
  since: string
  /** The due day for which somebody was asked last, or which was passed over. */
  asked: string | null
  /** The task that was made for it. */
  task: 'none' | 'open' | 'closed'
}

export interface Standing {
  /** When the customer is to be contacted next. */
  dueOn: string | null
  askedOn: string | null
  /** The open task has lost its reason: somebody has contacted the customer, or no plan asks for it. */
  endsTask: boolean
}

/**
 * When a customer is to be contacted next. The clock runs from the last real contact. A task that was closed without one counts as put off by
 * an interval; a day that was passed over because nobody could be asked comes up again as soon as anything about the customer changes.
 */
export function standingOf({ plan, last, since, asked, task }: StandingFacts, today: string): Standing {
  if (!plan) return { dueOn: null, askedOn: null, endsTask: task === 'open' }
  const due = afterInterval(dayAt(last ?? since), plan)
  if (!asked || task === 'none') return { dueOn: due, askedOn: null, endsTask: false }
  if (task === 'open')
    return due > today ? { dueOn: due, askedOn: asked, endsTask: true } : { dueOn: asked, askedOn: asked, endsTask: false }
  // What was asked for stays known: an undo may open it again.
  return { dueOn: due > asked ? due : afterInterval(asked, plan), askedOn: asked, endsTask: false }
}

/** Days of this year without the year. */
const short = (day: string, today: string): string => (day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day)

/** Why a customer is to be contacted on a day: "每 30 天电话，上次联系 10-12，下次 11-11". */
export function sayStanding(
  plan: Interval,
  way: Words,
  { last, since, dueOn }: { last: string | null; since: string; dueOn: string },
  today: string,
): Words {
  const every = sayInterval(plan)
  const from = short(dayAt(last ?? since), today)
  const next = short(dueOn, today)
  const isLate = dueOn < today
  return words(
    `${every.zh}${way.zh}，${last ? `上次联系 ${from}` : `${from} 建档，尚未联系`}，${isLate ? `应在 ${next}` : `下次 ${next}`}`,
    `${way.en} ${every.en}; ${last ? `last contact ${from}` : `on file since ${from}, no contact yet`}; ${isLate ? `was due ${next}` : `next ${next}`}`,
  )
}
