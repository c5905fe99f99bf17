import { say, type Locale, type Words } from '#engine/text/words.ts'

interface Step {
  note?: string | null
}

interface Said {
  message: Words | null
  materials: readonly { name: string; link: string | null }[]
}

/** What stands in the task of a step; the first one has what to say and what to bring along as well. */
export function noteOfStep(
  { message, materials }: Said,
  step: Step,
  { name, locale, isFirst }: { name: string; locale: Locale; isFirst: boolean },
): string {
  const said = isFirst ? say(message, locale).replaceAll('{name}', name) : ''
  const bring = isFirst ? materials.map((one) => `· ${one.name}${one.link ? ` ${one.link}` : ''}`) : []
  return [step.note ?? '', said, ...bring].filter(Boolean).join('\n')
}

/** How much of a list of tasks is done, in per cent; what was called off counts neither way. */
export function partDone(states: readonly string[]): number {
  const counted = states.filter((state) => state !== 'cancelled')
  return counted.length === 0 ? 100 : Math.floor((100 * counted.filter((state) => state === 'done').length) / counted.length)
}
