/** Kinds that a field may become without losing anything of what it holds. */
const wider: Record<string, readonly string[]> = { text: ['note'], integer: ['decimal'], choice: ['choices'] }

export const mayBecome = (kind: string, other: string): boolean => kind === other || (wider[kind]?.includes(other) ?? false)

/** Codes that a list of choices has lost: a record may hold them, so they are retired and never removed. */
export const lostCodes = (before: readonly { code: string }[], after: readonly { code: string }[]): string[] =>
  before.map((choice) => choice.code).filter((code) => !after.some((choice) => choice.code === code))

/** A code that a list of choices has twice. */
export const doubleCode = (choices: readonly { code: string }[]): string | undefined =>
  choices.map((choice) => choice.code).find((code, i, all) => all.indexOf(code) !== i)

/** What an index asked for, or asked for no more, means for its state. A kind that has changed needs another one. */
export function indexStateAfter(
  before: { isIndexed: boolean; indexState: string; kind: string } | undefined,
  after: { isIndexed: boolean; kind: string },
): 'none' | 'building' | undefined {
  if (!after.isIndexed) return before && before.indexState !== 'none' ? 'none' : undefined
  return !before?.isIndexed || before.kind !== after.kind || before.indexState === 'none' ? 'building' : undefined
}
