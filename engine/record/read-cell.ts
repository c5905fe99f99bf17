import { kindOf } from '#engine/record/fields/index.ts'
import { plain } from '#engine/text/normal.ts'
import { fill, words, type Words } from '#engine/text/words.ts'
import { Unreadable, type Field } from './field.ts'
import { faultsIn, schemaOf } from './parse.ts'

/** Cells that people write for "nothing". */
const nothing = new Set(['', '-', '--', '/', '\\', 'n/a', 'na', 'null', 'none', 'nan', '无', '暂无', '未知', '空'])

/** Whether a cell of a field says that there is nothing. "无" under a yes-or-no heading says no. */
export const saysNothing = (field: Field, raw: string): boolean =>
  nothing.has(plain(raw).toLowerCase()) && !(field.kind === 'yesNo' && raw.trim() === '无')

/** What became of a cell: its value, perhaps with a doubt; or why it could not be read. */
export type ReadCell = { value: unknown; doubt?: Words } | { fault: Words }

/** Reads a cell of a file or of a pasted table as its field's kind reads what people write. What cannot be read is never guessed. */
export function readCell(field: Field, raw: string): ReadCell {
  const text = raw.trim()
  try {
    const { value, warning } = kindOf(field).read(text, field.options)
    const checked = schemaOf(field).safeParse(value)
    if (checked.success) return { value: checked.data, ...(warning ? { doubt: warning } : {}) }
    const [why] = Object.values(faultsIn('', field, value))
    return { fault: fill(words('“{raw}”：{why}', '"{raw}": {why}'), { raw: text.slice(0, 60), why: why! }) }
  } catch (error) {
    if (error instanceof Unreadable) return { fault: error.words }
    throw error
  }
}
