import type { FieldDescription } from '#engine/record/describe.ts'

/** Whether there are rows of so many columns that they need the room of a table. */
export const hasBroadRows = (fields: readonly FieldDescription[]): boolean => fields.some((field) => (field.columns?.length ?? 0) > 4)

/** How wide the drawer of a form is. */
export const drawerWidth = (fields: readonly FieldDescription[]): number => (hasBroadRows(fields) ? 1080 : 560)
