import type { KeyboardEvent, PointerEvent } from 'react'
import { useLanguage } from '#engine/web/language.tsx'
import { addDays } from '#engine/time/days.ts'
import { clockOf, type Entry, type Spot } from './entries.ts'

/** What the parts of the calendar do with its entries. */
export interface EntryHandling {
  /** The colour of a record type, by its place among those on the calendar. */
  colourOf(entry: Entry): number
  /** Names stand beside the titles, because several people's calendars are shown. */
  showsWho: boolean
  onOpen(entry: Entry): void
  onMove(entry: Entry, spot: Spot): void
  onGrab(entry: Entry): (event: PointerEvent<HTMLElement>) => void
  wasDrag(): boolean
  /** The entry that is being dragged. */
  dragged: string | undefined
}

/** What an entry says by where it stands and how it looks, in words; and all of it, for whoever points at one that was cut. */
const useTelling = () => {
  const { t, say } = useLanguage()
  const join = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(' ')
  const unseen = ({ record, day, isForeseen, isOpen }: Entry): string =>
    join(say(record.words), day, isForeseen ? t('预计', 'foreseen') : '', isOpen ? '' : t('已结束', 'closed'))
  const whole = (entry: Entry): string =>
    join(
      entry.start === null ? '' : clockOf(entry.start),
      entry.isLate ? t('逾期', 'late') : '',
      entry.sort,
      entry.title,
      entry.about,
      unseen(entry),
    )
  return { unseen, whole }
}

/** One entry. Enter opens it; with Shift the arrows move it, as the mouse does by dragging. */
export function EntryChip({
  entry,
  handling: { colourOf, showsWho, onOpen, onMove, onGrab, wasDrag, dragged },
  style,
}: {
  entry: Entry
  handling: EntryHandling
  style?: React.CSSProperties
}) {
  const { t } = useLanguage()
  const telling = useTelling()
  const step = (event: KeyboardEvent) => {
    const days = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    const minutes = { ArrowUp: -15, ArrowDown: 15 }[event.key]
    if (!event.shiftKey || !entry.isMovable || (!days && (!minutes || entry.start === null))) return
    event.preventDefault()
    const start = entry.start === null ? null : Math.max(0, Math.min(24 * 60 - 15, entry.start + (minutes ?? 0)))
    onMove(entry, { day: addDays(entry.day, days ?? 0), start })
  }
  const classes = [
    'zk-entry',
    `zk-colour-${colourOf(entry) % 6}`,
    entry.start === null ? 'zk-entry-whole' : '',
    entry.isOpen ? '' : 'zk-entry-closed',
    entry.isForeseen ? 'zk-entry-foreseen' : '',
    entry.isLate ? 'zk-entry-late' : '',
    entry.isMovable ? 'zk-entry-movable' : '',
    entry.minutes >= 50 ? 'zk-entry-tall' : '',
    dragged === entry.key ? 'zk-entry-dragged' : '',
  ]
  return (
    <button
      type="button"
      className={classes.filter(Boolean).join(' ')}
      style={style}
      title={telling.whole(entry)}
      aria-keyshortcuts={entry.isMovable ? 'Shift+ArrowLeft Shift+ArrowRight' : undefined}
      onPointerDown={onGrab(entry)}
      onKeyDown={step}
      onClick={() => wasDrag() || onOpen(entry)}
    >
      {entry.start === null ? null : <span className="zk-entry-time">{clockOf(entry.start)}</span>}
      {entry.isLate ? <span className="zk-entry-mark">{t('逾期', 'Late')}</span> : null}
      {entry.isForeseen ? <span aria-hidden>↻</span> : entry.isOpen ? null : <span aria-hidden>✓</span>}
      {entry.sort ? <span className="zk-entry-mark">{entry.sort}</span> : null}
      <span className="zk-entry-title">{entry.title}</span>
      {entry.about ? <span className="zk-entry-about">{entry.about}</span> : null}
      {showsWho && entry.who ? <span className="zk-entry-about">{entry.who}</span> : null}
      <span className="zk-unseen">{telling.unseen(entry)}</span>
    </button>
  )
}
