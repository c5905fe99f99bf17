import type { RecordDescription } from '#engine/record/describe.ts'
import type { FormSection } from '#engine/record/layouts.ts'
import { laidOut } from './description.ts'

/** How a form is laid out. */
export interface FormPlan {
  /** Fields that stand in no line come last. */
  lines: readonly (readonly string[])[]
  /** Parts under headings. */
  sections?: readonly FormSection[] | undefined
  /** Fields that are not asked for. */
  hidden?: readonly string[] | undefined
}

/** The form of a record type as it is laid out for a record with these values. */
export function planOf(record: RecordDescription, values: Readonly<Record<string, unknown>>): FormPlan {
  const { form, sections, hidden } = laidOut(record, values)
  return { lines: form, sections, hidden }
}

/** The part of the form that begins with a line: the first line shown of those in it. */
export const beginsWith = (sections: FormPlan['sections'], shown: FormPlan['lines'], line: readonly string[]): FormSection | undefined =>
  sections?.find(({ fields }) => shown.find((other) => other.some((name) => fields.includes(name))) === line)
