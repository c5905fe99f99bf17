import { App, Button, Input as TextInput } from 'antd'
import { useEffect, useState, type ClipboardEvent } from 'react'
import type { FieldDescription } from '#engine/record/describe.ts'
import { fieldOf } from '#engine/record/described-field.ts'
import type { Field } from '#engine/record/field.ts'
import { readCell } from '#engine/record/read-cell.ts'
import { schemaOf } from '#engine/record/parse.ts'
import type { Words } from '#engine/text/words.ts'
import { copyText } from '#engine/web/copy-text.ts'
import type { InputProps } from '#engine/web/field-view.ts'
import { inputOf } from '#engine/web/inputs.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { useRecordWords } from '#engine/web/RecordName.tsx'
import { viewOf } from '#engine/web/views.ts'
import { choice, kindOf } from '../index.ts'
import { emptyCell, pasteInto, type PasteColumn, type Pasted, type Row } from './paste.ts'
import { cellsOf, textOf } from './table-text.ts'
import { RowsTable } from './view.tsx'

/** The columns of a table, each with what reads its cells: names of record types are read by their words. */
function useColumns(field: FieldDescription): (PasteColumn & { description: FieldDescription })[] {
  const recordWords = useRecordWords()
  return field.columns!.map((description) => ({
    description,
    name: description.name,
    field: description.among ? choice({ ...description.words, choices: recordWords(description) }) : fieldOf(description),
    headings: [description.words.zh, description.words.en, description.name],
  }))
}

/** What a spreadsheet is given of a cell: links by their titles, text that cannot be read as it stands. */
function textOfCell(field: Field, value: unknown, locale: 'zh' | 'en'): string {
  if (value === null || value === undefined) return ''
  const titles = [value].flat().map((entry) => (entry as { title?: string } | null)?.title)
  if (titles.length > 0 && titles.every((title) => title !== undefined)) return titles.join(locale === 'zh' ? '、' : ', ')
  return schemaOf(field).safeParse(value).success ? kindOf(field).show(value as never, field.options, locale) : String(value)
}

/** Asks for a small table, cell by cell or out of the clipboard of a spreadsheet. */
export function RowsInput({ id, value, onChange, field, faults = {}, disabled = false }: InputProps) {
  const { t, say, locale } = useLanguage()
  const { message } = App.useApp()
  const columns = useColumns(field)
  const rows = (value as Row[] | null) ?? []
  const [pasted, setPasted] = useState<(Pasted & { before: readonly Row[] }) | null>(null)
  const write = (next: readonly Row[]) => {
    setPasted(null)
    onChange(next)
  }
  const change = (at: number, name: string, next: unknown) =>
    write(rows.map((row, i) => (i === at ? { ...row, [name]: next === '' ? null : next } : row)))
  const paste = (event: ClipboardEvent) => {
    const place = (event.target as HTMLElement).closest<HTMLElement>('[data-row]')?.dataset
    const text = event.clipboardData.getData('text/plain')
    const column = columns[Number(place?.column ?? 0)]!
    const cells = cellsOf(text)
    // Several lines without tabs are one text where a text is asked for.
    if (disabled || !cells || (column.field.kind === 'note' && !text.includes('\t'))) return
    event.preventDefault()
    const done = pasteInto(columns, rows, { row: Number(place?.row ?? rows.length), column: Number(place?.column ?? 0) }, cells)
    setPasted({ ...done, before: rows })
    onChange(done.rows)
  }
  const copy = async () => {
    const heads = columns.map(({ description }) => description.words[locale])
    const isDone = await copyText(
      textOf([heads, ...rows.map((row) => columns.map((column) => textOfCell(column.field, row[column.name], locale)))]),
    )
    if (isDone) message.success(t('已复制，可粘贴到表格软件', 'Copied, to be pasted into a spreadsheet'))
    else message.warning(t('浏览器不允许复制', 'The browser does not allow copying'))
  }
  return (
    <div id={id} role="group" aria-label={say(field.words)} tabIndex={-1} onPaste={paste}>
      <RowsTable field={field} last={<th aria-label={t('操作', 'Actions')} />}>
        {rows.map((row, i) => (
          <tr key={i}>
            {columns.map((column, k) => (
              <td key={column.name} data-row={i} data-column={k}>
                <CellInput
                  id={`${id}-${i}-${column.name}`}
                  label={{ zh: `第 ${i + 1} 行 ${column.description.words.zh}`, en: `${column.description.words.en}, row ${i + 1}` }}
                  column={column}
                  value={row[column.name] ?? null}
                  onChange={(next) => change(i, column.name, next)}
                  fault={faults[`${i}.${column.name}`]}
                  disabled={disabled}
                />
              </td>
            ))}
            <td>
              <Button
                type="text"
                size="small"
                onClick={() => write(rows.filter((_, k) => k !== i))}
                disabled={disabled}
                aria-label={t(`移除第 ${i + 1} 行`, `Remove row ${i + 1}`)}
              >
                {t('移除', 'Remove')}
              </Button>
            </td>
          </tr>
        ))}
      </RowsTable>
      <div className="zk-rows-foot">
        <Button
          size="small"
          onClick={() => write([...rows, Object.fromEntries(columns.map((column) => [column.name, emptyCell(column.field)]))])}
          disabled={disabled}
        >
          {t('添加一行', 'Add a row')}
        </Button>
        {rows.length > 0 ? (
          <Button size="small" type="text" onClick={() => void copy()}>
            {t('复制表格', 'Copy the table')}
          </Button>
        ) : null}
        {pasted ? (
          <span role="status">
            {t(`已粘贴 ${pasted.height} 行 × ${pasted.width} 列`, `Pasted ${pasted.height} × ${pasted.width} cells`)}
            {pasted.bad > 0 ? t(`，${pasted.bad} 格需要修改`, `, ${pasted.bad} to be mended`) : ''}
            {pasted.beyond > 0 ? t(`，右边多出的 ${pasted.beyond} 列没有粘贴`, `, ${pasted.beyond} columns too many were left out`) : ''}
            {' · '}
            <button type="button" className="zk-link" onClick={() => write(pasted.before)}>
              {t('撤销粘贴', 'Undo the paste')}
            </button>
          </span>
        ) : (
          <span className="zk-hint">{t('可从表格软件粘贴', 'Cells can be pasted from a spreadsheet')}</span>
        )}
      </div>
    </div>
  )
}

interface CellProps {
  id: string
  label: Words
  column: PasteColumn & { description: FieldDescription }
  value: unknown
  onChange(value: unknown): void
  fault: string | undefined
  disabled: boolean
}

/** One cell. A text that its column cannot read stands there as it came, with the reason, until it can be read. */
function CellInput({ id, label, column, value, onChange, fault, disabled }: CellProps) {
  const { say } = useLanguage()
  const { Input } = inputOf(column.description.kind)
  const { takesText } = viewOf(column.description.kind)
  const [typed, setTyped] = useState<string | null>(null)
  const isText = typeof value === 'string' && (!takesText || column.description.among) && !schemaOf(column.field).safeParse(value).success
  // While it is being mended the text stays a text, also at the moment at which it could be read.
  const isUnread = typed !== null || isText
  const read = isText ? readCell(column.field, value) : null
  const reason = read && 'fault' in read ? say(read.fault) : (fault ?? null)
  useEffect(() => {
    const input = document.getElementById(id)
    input?.setAttribute('aria-label', say(label))
    if (reason) input?.setAttribute('aria-invalid', 'true')
    else input?.removeAttribute('aria-invalid')
  })
  return (
    <>
      {isUnread ? (
        <TextInput
          id={id}
          value={typed ?? String(value)}
          {...(reason ? { status: 'error' } : {})}
          onChange={(event) => {
            setTyped(event.target.value)
            onChange(event.target.value)
          }}
          onBlur={() => {
            const next = typed === null ? null : typed.trim() === '' ? { value: emptyCell(column.field) } : readCell(column.field, typed)
            setTyped(null)
            if (next && 'value' in next) onChange(next.value)
          }}
          disabled={disabled}
        />
      ) : (
        <Input id={id} field={column.description} value={value} onChange={onChange} isBad={reason !== null} disabled={disabled} />
      )}
      {reason ? <div className="zk-fault">{reason}</div> : null}
    </>
  )
}
