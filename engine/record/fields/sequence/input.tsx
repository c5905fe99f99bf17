import type { InputProps } from '#engine/web/field-view.ts'

/** Given by the system, never typed. */
export const SequenceInput = ({ value }: InputProps) => <span className="zk-faint">{(value as string | null) ?? '—'}</span>
