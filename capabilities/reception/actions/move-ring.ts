import type { Store } from '#engine/action/store.ts'
import type { RowOf } from '#engine/record/define-record.ts'
import { Shift } from '../records/shift.ts'
import { TurnEntry } from '../records/turn-entry.ts'
import { replay, type Rotation, type TurnEntry as Line } from '../rules/rotation.ts'
import { keepRing, readRing, userOf, type KeptRing } from '../rules/ring-rows.ts'

export const rotationOf = (shift: RowOf<typeof Shift>): Rotation => readRing(shift as unknown as KeptRing)

/** Writes lines into the log of a shift and moves the ring by them. There is no other way to move it. */
export async function moveRing(
  store: Store,
  shift: RowOf<typeof Shift>,
  lines: readonly Line[],
  about: { reception?: string | null; reason?: string | null } = {},
): Promise<RowOf<typeof Shift>> {
  if (lines.length === 0) return shift
  const first = shift.entries ?? 0
  await store.createMany(
    TurnEntry,
    lines.map((line, i) => ({
      shift: shift.id,
      order: first + i,
      kind: line.kind,
      user: userOf(line),
      reception: about.reception ?? null,
      reason: about.reason ?? null,
      entry: JSON.stringify(line),
    })),
  )
  return store.edit(Shift, shift, { ...keepRing(replay(rotationOf(shift), lines)), entries: first + lines.length } as never, 'shift.moved')
}
