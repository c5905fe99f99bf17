import type { SeparateRight } from '#engine/access/actor.ts'
import type { Words } from '#engine/text/words.ts'

/** One entry of the left rail. Shown to those who may see the record's list, or whose role is named. */
export interface MenuEntry {
  /** Path in the address bar: "/customer". */
  path: string
  words: Words
  /** Name of an icon known to the shell. */
  icon: string
  /** The record whose list it opens. */
  record?: string
  /** The record that one must be able to see for a screen of another kind to be of use. */
  about?: string
  roles?: readonly string[]
  /** A right apart from seeing and editing, which one must have for some record type. */
  right?: SeparateRight
  /** Entries are ordered by this; the day's work first. */
  order: number
  /** The part of the menu in which it stands, by its name; above all parts where absent. */
  section?: string
}

/** A part of the menu under a heading of its own. Entries of any capability may stand in it. */
export interface MenuSection {
  name: string
  words: Words
  order: number
}
