/** From how many rows an export needs somebody's approval, as an administrator has set it. */
export interface ExportRuleRow {
  /** Record type, or "*" for all that have no rule of their own. */
  record: string
  /** More rows than this within a day need approval. */
  rows: number
  /** The superior of whoever asks, or those whose roles may approve. */
  approvedBy: 'superior' | 'right'
  /** For so many hours a request waits. */
  waitHours: number
  /** For so many hours the file lies there. */
  keepHours: number
}

/** The rule for a record type: its own, or that for all. */
export const exportRuleFor = (rules: readonly ExportRuleRow[], record: string): ExportRuleRow | undefined =>
  rules.find((rule) => rule.record === record) ?? rules.find((rule) => rule.record === '*')

/** How many rows there may be at last where so many were approved: a list goes on growing while somebody decides. */
export const mostRows = (approved: number): number => Math.ceil(approved * 1.1) + 10
