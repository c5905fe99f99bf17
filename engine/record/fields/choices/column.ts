import type { ColumnKind } from '#engine/store/column.ts'

export const choicesColumn: ColumnKind<string[]> = {
  type: 'text[]',
  empty: [],
  index: 'gin',
  // One choice whose field has become one for several.
  fromCustom: (value: string | string[]) => [value].flat(),
}
