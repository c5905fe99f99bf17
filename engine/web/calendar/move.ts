import { useLanguage } from '#engine/web/language.tsx'
import { useAct } from '#engine/web/act.tsx'
import { clockOf, valuesAt, type Entry, type Spot } from './entries.ts'

/** Puts an entry somewhere else, by changing what its place is made of; with the way back. Nothing is done where it stands there already. */
export function useMove(): (entry: Entry, spot: Spot) => void {
  const { t } = useLanguage()
  const act = useAct()
  return (entry, place) => {
    const { record, item, title } = entry
    // A moment is never a whole day: among these it keeps its time.
    const spot =
      record.fields.find((field) => field.name === record.calendar!.at)?.kind === 'instant'
        ? { ...place, start: place.start ?? entry.start }
        : place
    const input = Object.fromEntries(Object.entries(valuesAt(record, spot)).filter(([name, value]) => value !== (item[name] ?? null)))
    if (Object.keys(input).length === 0) return
    const to = spot.start === null ? spot.day : `${spot.day} ${clockOf(spot.start)}`
    void act({ record, action: `${record.name}.edit`, item, input, said: t(`“${title}”改到 ${to}`, `"${title}" moved to ${to}`) })
  }
}
