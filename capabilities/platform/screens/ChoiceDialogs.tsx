import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import type { ChoiceRow } from '#engine/record/choice-lists.ts'
import type { ActionDescription, RecordDescription } from '#engine/record/describe.ts'
import { api } from '#engine/web/api.ts'
import { BulkDialog } from '#engine/web/BulkDialog.tsx'
import { useLanguage } from '#engine/web/language.tsx'
import { useUndoable } from '#engine/web/undoable.tsx'
import { ColorPicker } from './ColorPicker.tsx'
import { useSetupRefresh, type ChoiceListState } from './setup-data.ts'

interface Place {
  record: string
  field: string
}

/** Other words or another colour. */
export function ChangeChoiceDialog({ place, choice, onClose }: { place: Place; choice: ChoiceRow; onClose(): void }) {
  const { t } = useLanguage()
  const { act } = useUndoable(useSetupRefresh())
  const [draft, setDraft] = useState({ zh: choice.zh, en: choice.en ?? '', color: choice.color })
  const save = () =>
    act(
      'platform.changeChoice',
      { input: { ...place, code: choice.code, ...draft, en: draft.en || null } },
      t('选项已修改', 'The choice is changed'),
    ).then((isDone) => isDone && onClose())
  return (
    <Modal
      open
      title={t(`修改“${choice.zh}”`, `Change "${choice.en || choice.zh}"`)}
      onCancel={onClose}
      footer={null}
      destroyOnHidden
      width={420}
    >
      <Form layout="vertical" onFinish={() => void save()}>
        <Form.Item label={t('中文', 'Chinese')} htmlFor="choice-zh">
          <Input
            id="choice-zh"
            value={draft.zh}
            onChange={(event) => setDraft({ ...draft, zh: event.target.value })}
            maxLength={60}
            autoFocus
          />
        </Form.Item>
        <Form.Item label={t('英文', 'English')} htmlFor="choice-en">
          <Input id="choice-en" value={draft.en} onChange={(event) => setDraft({ ...draft, en: event.target.value })} maxLength={60} />
        </Form.Item>
        <Form.Item label={t('颜色', 'Colour')}>
          <ColorPicker value={draft.color} onChange={(color) => setDraft({ ...draft, color })} label={draft.zh} />
        </Form.Item>
        <div className="zk-form-end">
          <Button onClick={onClose}>{t('取消', 'Cancel')}</Button>
          <Button type="primary" htmlType="submit" disabled={draft.zh.trim() === ''}>
            {t('保存', 'Save')}
          </Button>
        </div>
      </Form>
    </Modal>
  )
}

/** How many records have a choice: asked of the list, which knows by its index. */
const useUse = (record: RecordDescription, list: ChoiceListState, choice: ChoiceRow) => {
  const isMany = record.fields.find((field) => field.name === list.field)?.kind === 'choices'
  const filter = { field: list.field, op: isMany ? 'has' : 'eq', value: choice.code }
  const { data } = useQuery({
    queryKey: ['setup', record.name, 'use', list.field, choice.code],
    queryFn: ({ signal }) =>
      api.get<{ count: { value: number; exact: boolean } }>(`/records/${record.name}`, {
        query: { filter: JSON.stringify(filter), limit: 0, count: 'capped' },
        signal,
      }),
    enabled: list.isFilterable,
  })
  return { filter, count: data?.count }
}

export function RetireChoiceDialog({
  record,
  list,
  choice,
  onClose,
}: {
  record: RecordDescription
  list: ChoiceListState
  choice: ChoiceRow
  onClose(): void
}) {
  const { t } = useLanguage()
  const { act } = useUndoable(useSetupRefresh())
  const { count } = useUse(record, list, choice)
  const input = { record: record.name, field: list.field, code: choice.code }
  const n = count ? `${count.value.toLocaleString()}${count.exact ? '' : '+'}` : ''
  return (
    <Modal
      open
      title={t(`停用“${choice.zh}”`, `Retire "${choice.en || choice.zh}"`)}
      onCancel={onClose}
      footer={null}
      destroyOnHidden
      width={420}
    >
      <p aria-live="polite">
        {count
          ? count.value === 0
            ? t('没有记录使用它。', 'No record has it.')
            : t(`有 ${n} 条记录使用它。`, `${n} records have it.`)
          : ' '}
      </p>
      <p className="zk-hint">
        {t(
          '停用后不再提供选择；已有的记录仍显示它，筛选也找得到，随时可以恢复。',
          'It is not offered any more. Records that have it show it and are found by it; it can be offered again at any time.',
        )}
      </p>
      <div className="zk-form-end">
        <Button onClick={onClose}>{t('取消', 'Cancel')}</Button>
        <Button
          type="primary"
          danger
          onClick={() =>
            void act('platform.retireChoice', { input }, t(`“${choice.zh}”已停用`, `"${choice.en || choice.zh}" is retired`)).then(
              (isDone) => isDone && onClose(),
            )
          }
        >
          {t('停用选项', 'Retire the choice')}
        </Button>
      </div>
    </Modal>
  )
}

/** Puts another choice in its place on all records that have it: with a preview, a report and an undo. */
export function ReplaceChoiceDialog({
  record,
  list,
  choice,
  onClose,
}: {
  record: RecordDescription
  list: ChoiceListState
  choice: ChoiceRow
  onClose(): void
}) {
  const refresh = useSetupRefresh()
  const { filter, count } = useUse(record, list, choice)
  if (!count) return null
  const others = list.choices.filter((other) => other.code !== choice.code && !other.isRetired)
  const action: ActionDescription = {
    name: `${record.name}.replaceChoice`,
    label: { zh: '替换选项', en: 'Replace the choice' },
    hint: { zh: `“${choice.zh}”在所有记录上改为：`, en: `On all records "${choice.en || choice.zh}" becomes:` },
    fields: [
      {
        name: 'to',
        kind: 'choice',
        words: { zh: '改为', en: 'Replaced by' },
        required: true,
        choices: Object.fromEntries(others.map(({ code, zh, en }, place) => [code, { zh, en: en || zh, place }])),
      },
    ],
  }
  return (
    <BulkDialog
      record={record}
      action={action}
      target={{ filter, count: count.value }}
      given={{ field: list.field, from: choice.code }}
      onClose={() => {
        refresh()
        onClose()
      }}
      onDone={refresh}
    />
  )
}
