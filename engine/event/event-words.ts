import type { House } from '#engine/record/house.ts'
import { say, type Locale, type Words } from '#engine/text/words.ts'
import { derivedEvents } from './define-event.ts'

/** What an event is called: declared by its capability, else derived from its last word. */
export function wordsOfEvent(house: House, type: string, locale: Locale): string {
  const declared: Words | undefined = house.events.get(type)?.words ?? derivedEvents[type.slice(type.indexOf('.') + 1)]
  return say(declared, locale) || type
}
