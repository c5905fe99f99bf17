import type { ColumnSpec, IndexSpec } from './table.ts'

/** The parts of the engine's own tables, as short as they can be written. */

export const column = (name: string, type: string, more: Partial<ColumnSpec> = {}): ColumnSpec => ({ name, type, notNull: true, ...more })
export const optional = (name: string, type: string): ColumnSpec => ({ name, type })
export const at = (name: string) => column(name, 'timestamptz(3)')
export const index = (name: string, keys: string, more: Partial<IndexSpec> = {}): IndexSpec => ({ name, keys, ...more })
