import type { ImportProgress, ImportSettings, ImportState } from '#engine/intake/importing.ts'

/** An import as the server tells of it. */
export interface Import {
  id: string
  record: string
  state: ImportState
  fileName: string
  operation: string | null
  settings: ImportSettings
  progress: ImportProgress
  fields: { name: string; label: string; kind: string; required: boolean }[]
}

export interface Verdict {
  line: number
  what: 'new' | 'changed' | 'duplicate' | 'failed' | 'skipped'
  cells: string[]
  problems: { column: string; words: string; fatal: boolean }[]
}

export interface Preview {
  progress: ImportProgress
  isWhole: boolean
  rows: Verdict[]
}

/** What becomes of a row, in both languages, and the colour of its mark. */
export const verdictWords: Record<Verdict['what'] | 'remark', [zh: string, en: string, mark: string]> = {
  new: ['新建', 'New', 'zk-good'],
  changed: ['更新', 'Update', 'zk-info'],
  duplicate: ['重复', 'Duplicate', 'zk-waiting'],
  failed: ['不能导入', 'Not taken', 'zk-bad'],
  skipped: ['略过', 'Left aside', 'zk-plain'],
  remark: ['已导入，有备注', 'Taken, with remarks', 'zk-warning'],
}
