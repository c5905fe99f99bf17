/** Another field that decides whether a field is asked for: it has one of these values. */
export interface OnlyWhen {
  field: string
  is: readonly string[]
}

/** Whether a field is asked for while the deciding field has this value: a code, several codes, or yes and no. */
export const isAskedWhen = (only: OnlyWhen | undefined, value: unknown): boolean =>
  !only || [value].flat().some((one) => one !== null && one !== undefined && only.is.includes(String(one)))
