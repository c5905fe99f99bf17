import type { LinkChoice } from '#engine/intake/import-fields.ts'
import type { DuplicateRule, ImportProgress, ImportSettings, ImportState } from '#engine/intake/importing.ts'

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
  /** Records that rows name and that may be made along. */
  links: { name: string; label: string; record: string; choice: LinkChoice }[]
  /** Rows are compared with records, beside their names and numbers. */
  compares: boolean
}

/** What can be changed before it runs. */
export type Change = Partial<ImportSettings> & { guessAnew?: true }

/** What a row is a duplicate of: a record, or an earlier line. */
export interface VerdictTwin {
  id?: string
  title: string
  line?: number
  score?: number
  isExact: boolean
  reasons: { words: string; isAgainst: boolean }[]
  held?: string
}

export interface Verdict {
  line: number
  what: 'new' | 'changed' | 'duplicate' | 'asked' | 'failed' | 'skipped'
  rule?: DuplicateRule
  twin?: VerdictTwin
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
  duplicate: ['重复', 'Duplicate', 'zk-plain'],
  asked: ['待定', 'To decide', 'zk-waiting'],
  failed: ['不能导入', 'Not taken', 'zk-bad'],
  skipped: ['略过', 'Left aside', 'zk-plain'],
  remark: ['已导入，有备注', 'Taken, with remarks', 'zk-warning'],
}

/** What may be done with a row that is there already, in both languages. */
export const ruleWords: Record<DuplicateRule, [zh: string, en: string]> = {
  ask: ['逐条决定', 'Decide row by row'],
  skip: ['跳过', 'Skip'],
  fillEmpty: ['只补空白字段', 'Fill empty fields'],
  update: ['用文件更新', 'Update from the file'],
  merge: ['合并进已有记录', 'Merge into the record'],
  create: ['仍然新建', 'Create all the same'],
}

/** The parts of a preview that one may look at alone. */
export const previewParts = ['all', 'new', 'changed', 'duplicate', 'asked', 'remarked', 'failed'] as const
export type PreviewPart = (typeof previewParts)[number]

export const isInPart = (row: Verdict, part: PreviewPart): boolean =>
  part === 'all' ||
  row.what === part ||
  (part === 'remarked' && (row.what === 'skipped' || (row.problems.length > 0 && (row.what === 'new' || row.what === 'changed'))))
