import { useLanguage } from '#engine/web/language.tsx'
import { EntryChip, type EntryHandling } from './EntryChip.tsx'
import { inOrderOfDay, type Entry } from './entries.ts'

interface Props {
  entries: readonly Entry[]
  /** Lines that there is room for, the one that tells of the others among them. */
  room: number
  /** What the server knows of beside the entries. */
  more: { value: number; exact: boolean } | undefined
  handling: EntryHandling
  onMore(): void
}

/** The entries of one day below one another, as many as there is room for, and a way to the others. */
export function DayList({ entries, room, more, handling, onMore }: Props) {
  const { t } = useLanguage()
  const list = inOrderOfDay(entries)
  const visible = list.length > room ? list.slice(0, room - 1) : list
  const hidden = list.length - visible.length + (more?.value ?? 0)
  const count = `${hidden}${more?.exact === false ? '+' : ''}`
  return (
    <>
      {visible.map((entry) => (
        <EntryChip key={entry.key} entry={entry} handling={handling} />
      ))}
      {hidden > 0 ? (
        <button type="button" className="zk-more" onClick={onMore}>
          {t(`还有 ${count} 项`, `${count} more`)}
        </button>
      ) : null}
    </>
  )
}
