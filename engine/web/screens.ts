import { createContext, useContext, useMemo, type ComponentType } from 'react'
import type { Item } from '#engine/access/present.ts'
import type { RecordDescription } from '#engine/record/describe.ts'
import type { Words } from '#engine/text/words.ts'

/** What a panel on a record's page is told. */
export interface PanelProps {
  record: RecordDescription
  item: Item
  /** The record's title, as the page shows it. */
  title: string
}

/** Something that a capability puts on pages of records. */
export interface Panel {
  /** Its heading; tabs of a phone carry it too. */
  words: Words
  /**
   * Beside the title, beside the facts, in the middle as what the page is about, above the timeline, or among what hangs on the record.
   */
  place: 'head' | 'facts' | 'main' | 'timeline' | 'related'
  /** On which pages it stands. */
  on(record: RecordDescription, item: Item): boolean
  Show: ComponentType<PanelProps>
  /** Panels of one place stand in this order; 50 unless said. */
  order?: number
}

/** A column that lists of a record type have beside its fields: it is filled in row by row, after the rows are there. */
export interface RowColumn {
  record: string
  /** Unlike the name of any field. */
  path: `+${string}`
  words: Words
  /** As wide and set as the values of this kind of field. */
  kind: string
  /** Fields that it reads, whether or not they have columns of their own. */
  needs?: readonly string[]
  Show: ComponentType<{ item: Item }>
}

/** A whole screen of a capability, at a path of its own: "/calendar". Its code is fetched when it is opened. */
export interface Screen {
  path: `/${string}`
  load(): Promise<{ default: ComponentType }>
}

/** Something said above a form while a record is being made, of what has been typed so far. It frames itself, and is not there with nothing to say. */
export interface FormNote {
  /** The record type. */
  record: string
  Show: ComponentType<{ values: Readonly<Record<string, unknown>> }>
}

/** A page for people who do not sign in, at every path that begins so: "/choices/". It stands without the frame. */
export interface OpenPage {
  path: `/${string}/`
  /** Told the rest of the path. */
  load(): Promise<{ default: ComponentType<{ rest: string }> }>
}

/** What can be done from anywhere, found by its words in the search box. */
export interface Command {
  words: Words
  /** Further words by which it is found. */
  aliases?: readonly string[]
  /** Where it leads. */
  path: string
}

/** A card on the first screen, "today". It frames itself (`TodayCard.tsx`), and is not there where there is nothing to say. */
export interface TodayPart {
  /** In the wide column: what has to be done; or beside it: what is good to know. */
  place: 'main' | 'side'
  /** Parts of one place stand in this order; 50 unless said. */
  order?: number
  Show: ComponentType<TodayProps>
}

/** What a card of today is told. */
export interface TodayProps {
  /** The present moment as an instant, and the day it is in the company's zone. */
  now: string
  today: string
}

/** What a capability adds to the engine's screens. */
export interface Screens {
  panels?: readonly Panel[]
  columns?: readonly RowColumn[]
  screens?: readonly Screen[]
  openPages?: readonly OpenPage[]
  formNotes?: readonly FormNote[]
  /** Signs at the top of the frame, right of the search. */
  signs?: readonly ComponentType[]
  commands?: readonly Command[]
  today?: readonly TodayPart[]
}

export const ScreensContext = createContext<readonly Screens[]>([])

/** The panels that stand at one place of a record's page. */
export const usePanels = (place: Panel['place'], record: RecordDescription, item: Item | undefined): Panel[] => {
  const all = useContext(ScreensContext)
  return item
    ? all
        .flatMap((screens) => screens.panels ?? [])
        .filter((panel) => panel.place === place && panel.on(record, item))
        .sort((a, b) => (a.order ?? 50) - (b.order ?? 50))
    : []
}

/** The columns that lists of a record type have beside its fields. */
export const useRowColumns = (record: string): RowColumn[] => {
  const all = useContext(ScreensContext)
  return useMemo(() => all.flatMap((screens) => screens.columns ?? []).filter((column) => column.record === record), [all, record])
}

/** What is said above the form of a record type. */
export const useFormNotes = (record: string): FormNote[] =>
  useContext(ScreensContext).flatMap((screens) => (screens.formNotes ?? []).filter((note) => note.record === record))

/** The cards of today at one place. */
export const useTodayParts = (place: TodayPart['place']): TodayPart[] =>
  useContext(ScreensContext)
    .flatMap((screens) => screens.today ?? [])
    .filter((part) => part.place === place)
    .sort((a, b) => (a.order ?? 50) - (b.order ?? 50))

/** The signs at the top of the frame. */
export const useSigns = (): ComponentType[] => useContext(ScreensContext).flatMap((screens) => screens.signs ?? [])

/** What can be done from anywhere. */
export const useCommands = (): Command[] => useContext(ScreensContext).flatMap((screens) => screens.commands ?? [])
