import type { Words } from '#engine/text/words.ts'

/** What becomes of two records. */
export type Decision = 'same' | 'perhaps' | 'different'

/** One reason for or against two records being the same, and how much it weighs. */
export interface Finding {
  words: Words
  /** Weight of evidence: log₂ of how many times likelier this is among true pairs than among chance ones. Below zero it speaks against. */
  bits: number
  /** Whatever else agrees, a person looks at the pair first. */
  atMost?: 'perhaps'
  /** What else the two values say. */
  also?: readonly Finding[]
}

/**
 * The weight of an agreement that m of all true pairs show and u of all chance ones: log₂(m/u). Fellegi and Sunter, "A theory for record
 * linkage", JASA 64 (1969); with u by the value, as rare ones say more than common ones: Winkler (1989), Newcombe (1959).
 */
export const weigh = (m: number, u: number): number => Math.log2(m / u)

export const finding = (words: Words, bits: number, rest: Omit<Finding, 'words' | 'bits'> = {}): Finding => ({ words, bits, ...rest })

/** A finding with all that it brings along. */
export const totalBits = (found: Finding): number => found.bits + (found.also?.reduce((sum, other) => sum + other.bits, 0) ?? 0)

/** How values of one meaning are read, found again and compared. All of it is pure; reading is done once per record, comparing per pair. */
export interface Comparison<Read> {
  /** All ways to understand a value as somebody has typed it. None where it says nothing. */
  read(typed: string): readonly Read[]
  /** Under which words a record with such a value is found by equality. Each may stand with few records only, or it is of no use. */
  keys(read: Read): readonly string[]
  /** Words too common by themselves, of use together with those of another field. */
  coarse?(read: Read): readonly string[]
  /** What two values say. The same whichever comes first. */
  compare(a: Read, b: Read): Finding
}
