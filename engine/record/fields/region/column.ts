import { bytes, type ColumnKind } from '#engine/store/column.ts'
import { divisions } from './divisions.ts'
import { knowDivisions } from './regions.ts'

// A server knows the table from the beginning; only browsers fetch it when they need it.
knowDivisions(divisions)

/** Codes begin with the code of what they lie in: one index finds a county, a city and a whole province. */
export const regionColumn: ColumnKind<string> = { type: bytes, lowest: '', index: 'btree' }
