import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import type { ChoiceRow } from '#engine/record/choice-lists.ts'
import type { InputProps } from '#engine/web/field-view.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { ColorPicker } from './ColorPicker.tsx'
import { SortableList } from './SortableList.tsx'

const blank = (rows: readonly ChoiceRow[]): ChoiceRow => ({
  code: `c${rows.length + 1}`,
  zh: '',
  en: null,
  color: null,
  isRetired: false,
})

/** A code out of the English words, else what the row began with. */
const codeOf = ({ en, code }: ChoiceRow): string => {
  const camel = (en ?? '')
    .match(/[A-Za-z0-9]+/g)
    ?.map((part, i) => (i === 0 ? part[0]!.toLowerCase() : part[0]!.toUpperCase()) + part.slice(1))
    .join('')
  return camel?.slice(0, 30) || code
}

/** The choices of a new field: words in both languages, a colour, an order. */
export function ChoiceRowsInput({ id, value, onChange, isBad }: InputProps) {
  const { t } = useLanguage()
  const rows = (value as ChoiceRow[] | null) ?? []
  // Codes are told apart here, so that two choices with the same English words do not meet.
  const send = (next: ChoiceRow[]) =>
    onChange(
      next.map((row, i) => {
        const code = codeOf(row)
        return next.findIndex((other) => codeOf(other) === code) === i ? { ...row, code } : { ...row, code: `${code}${i + 1}` }
      }),
    )
  const set = (at: number, patch: Partial<ChoiceRow>) => send(rows.map((row, i) => (i === at ? { ...row, ...patch } : row)))
  return (
    <div className="zk-choice-rows" id={id} tabIndex={-1} aria-invalid={isBad ?? false}>
      <SortableList
        items={rows}
        keyOf={(row) => String(rows.indexOf(row))}
        labelOf={(row) => row.zh || t('新选项', 'new choice')}
        onChange={send}
        label={t('选项', 'Choices')}
        render={(row, i) => (
          <>
            <Input
              value={row.zh}
              onChange={(event) => set(i, { zh: event.target.value })}
              placeholder={t('中文', 'Chinese')}
              aria-label={t(`选项 ${i + 1}，中文`, `Choice ${i + 1}, Chinese`)}
              maxLength={60}
              onPressEnter={(event) => {
                event.preventDefault()
                send([...rows, blank(rows)])
              }}
              autoFocus={row.zh === '' && i === rows.length - 1 && rows.length > 1}
            />
            <Input
              value={row.en ?? ''}
              onChange={(event) => set(i, { en: event.target.value || null })}
              placeholder={t('英文', 'English')}
              aria-label={t(`选项 ${i + 1}，英文`, `Choice ${i + 1}, English`)}
              maxLength={60}
            />
            <ColorPicker value={row.color} onChange={(color) => set(i, { color })} label={row.zh || String(i + 1)} />
            <Button
              type="text"
              icon={<DeleteOutlined aria-hidden />}
              onClick={() => send(rows.filter((_, k) => k !== i))}
              aria-label={t(`去掉选项 ${i + 1}`, `Remove choice ${i + 1}`)}
            />
          </>
        )}
      />
      <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => send([...rows, blank(rows)])}>
        {t('添加选项', 'Add a choice')}
      </Button>
    </div>
  )
}
