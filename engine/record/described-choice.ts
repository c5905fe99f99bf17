import type { Words } from '#engine/text/words.ts'
import type { Choices } from './fields/choice/index.ts'

/** A choice as the browser needs to know it. */
export interface DescribedChoice extends Words {
  color?: string
  aliases?: readonly string[]
  isRetired?: true
  place?: number
}

export const plainChoices = (choices: Choices) =>
  Object.fromEntries(
    Object.entries(choices).map(([code, { zh, en, color, aliases, isRetired, place }]): [string, DescribedChoice] => [
      code,
      {
        zh,
        en,
        ...(color ? { color } : {}),
        ...(aliases ? { aliases } : {}),
        ...(isRetired ? { isRetired } : {}),
        ...(place === undefined ? {} : { place }),
      },
    ]),
  )
