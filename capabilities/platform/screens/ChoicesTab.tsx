import { EllipsisOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Dropdown, Input, Select, Skeleton } from 'antd'
import { useState } from 'react'
import type { ChoiceRow } from '#engine/record/choice-lists.ts'
import type { RecordDescription } from '#engine/record/describe.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { useUndoable } from '#engine/web/undoable.tsx'
import { ChangeChoiceDialog, ReplaceChoiceDialog, RetireChoiceDialog } from './ChoiceDialogs.tsx'
import { ColorPicker } from './ColorPicker.tsx'
import { useSetup, useSetupRefresh, type ChoiceListState } from './setup-data.ts'
import { SortableList } from './SortableList.tsx'

/** The lists of choices of a record type: words, colours, order, further choices, and what is offered no more. */
export function ChoicesTab({ record }: { record: RecordDescription }) {
  const { t, say } = useLanguage()
  const { data } = useSetup(record.name)
  const [chosen, setChosen] = useState<string | null>(null)
  if (!data) return <Skeleton active />
  const list = data.lists.find((entry) => entry.field === chosen) ?? data.lists[0]
  if (!list) return <p className="zk-hint">{t('这种对象没有可以修改的选项。', 'This record type has no choices that could be changed.')}</p>
  return (
    <>
      <header className="zk-setup-part">
        <Select
          value={list.field}
          onChange={setChosen}
          options={data.lists.map((entry) => ({ value: entry.field, label: say(entry.words) }))}
          aria-label={t('选项字段', 'The field')}
          className="zk-setup-pick"
        />
      </header>
      <p className="zk-hint">
        {list.isOpen
          ? t(
              '可以添加、改名、换色、排序和停用。代码不变，历史照旧。',
              'Add, reword, colour, order, retire. Codes stay, and with them the history.',
            )
          : t(
              '系统的规则用到这些选项：可以改名、换色、排序和停用，不能添加。',
              'Rules rest on these choices: they can be reworded, coloured, ordered and retired, not added to.',
            )}
      </p>
      <ChoiceList key={list.field} record={record} list={list} />
    </>
  )
}

type Dialog = { what: 'change' | 'retire' | 'replace'; choice: ChoiceRow }

function ChoiceList({ record, list }: { record: RecordDescription; list: ChoiceListState }) {
  const { t, say } = useLanguage()
  const { act } = useUndoable(useSetupRefresh())
  const [dialog, setDialog] = useState<Dialog | null>(null)
  // What was moved stands there at once; the server says so a moment later.
  const [order, setOrder] = useState<{ of: readonly ChoiceRow[]; choices: ChoiceRow[] } | null>(null)
  const choices = order?.of === list.choices ? order.choices : list.choices
  const place = { record: record.name, field: list.field }
  const menuOf = (choice: ChoiceRow) => [
    { key: 'change', label: t('改名、换色', 'Words and colour'), onClick: () => setDialog({ what: 'change', choice }) },
    ...(list.isFilterable
      ? [{ key: 'replace', label: t('替换为另一选项…', 'Replace by another …'), onClick: () => setDialog({ what: 'replace', choice }) }]
      : []),
    choice.isRetired
      ? {
          key: 'restore',
          label: t('恢复', 'Offer again'),
          onClick: () =>
            void act(
              'platform.restoreChoice',
              { input: { ...place, code: choice.code } },
              t(`“${choice.zh}”可以再选`, `"${say(choice as never)}" is offered again`),
            ),
        }
      : { key: 'retire', danger: true, label: t('停用…', 'Retire …'), onClick: () => setDialog({ what: 'retire', choice }) },
  ]
  return (
    <>
      <SortableList
        items={choices}
        keyOf={(choice) => choice.code}
        labelOf={(choice) => say(choice as never)}
        label={say(list.words)}
        className={(choice) => (choice.isRetired ? 'zk-retired' : undefined)}
        onChange={(next, { item, to }) => {
          setOrder({ of: list.choices, choices: next })
          const input = { ...place, code: item.code, before: next[to + 1]?.code ?? null }
          void act('platform.moveChoice', { input }, t('次序已保存', 'The order is saved')).then((isDone) => !isDone && setOrder(null))
        }}
        render={(choice) => (
          <>
            <button type="button" className="zk-setup-name" onClick={() => setDialog({ what: 'change', choice })}>
              {choice.color ? <span className={`zk-state zk-${choice.color}`}>{choice.zh}</span> : choice.zh}
              <small className="zk-faint"> {choice.en}</small>
            </button>
            <span className="zk-setup-about">
              {choice.isRetired ? <span>{t('已停用', 'Retired')}</span> : null}
              <small className="zk-faint">{choice.code}</small>
            </span>
            <Dropdown trigger={['click']} menu={{ items: menuOf(choice) }} placement="bottomRight">
              <Button
                type="text"
                size="small"
                icon={<EllipsisOutlined aria-hidden />}
                aria-label={t(`“${choice.zh}”可以做什么`, `What can be done with ${choice.en || choice.zh}`)}
              />
            </Dropdown>
          </>
        )}
      />
      {list.isOpen ? <AddChoice place={place} /> : null}
      {dialog?.what === 'change' ? <ChangeChoiceDialog place={place} choice={dialog.choice} onClose={() => setDialog(null)} /> : null}
      {dialog?.what === 'retire' ? (
        <RetireChoiceDialog record={record} list={list} choice={dialog.choice} onClose={() => setDialog(null)} />
      ) : null}
      {dialog?.what === 'replace' ? (
        <ReplaceChoiceDialog record={record} list={list} choice={dialog.choice} onClose={() => setDialog(null)} />
      ) : null}
    </>
  )
}

function AddChoice({ place }: { place: { record: string; field: string } }) {
  const { t } = useLanguage()
  const { act } = useUndoable(useSetupRefresh())
  const [draft, setDraft] = useState<{ zh: string; en: string; color: ChoiceRow['color'] }>({ zh: '', en: '', color: null })
  const add = async () => {
    const input = { ...place, zh: draft.zh, en: draft.en || null, color: draft.color }
    if (draft.zh.trim() && (await act('platform.addChoice', { input }, t(`“${draft.zh}”已添加`, `"${draft.en || draft.zh}" is added`))))
      setDraft({ zh: '', en: '', color: null })
  }
  return (
    <form
      className="zk-choice-add"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <Input
        value={draft.zh}
        onChange={(event) => setDraft({ ...draft, zh: event.target.value })}
        placeholder={t('新选项，中文', 'New choice, Chinese')}
        aria-label={t('新选项，中文', 'New choice, Chinese')}
        maxLength={60}
      />
      <Input
        value={draft.en}
        onChange={(event) => setDraft({ ...draft, en: event.target.value })}
        placeholder={t('英文', 'English')}
        aria-label={t('新选项，英文', 'New choice, English')}
        maxLength={60}
      />
      <ColorPicker value={draft.color} onChange={(color) => setDraft({ ...draft, color })} label={draft.zh || t('新选项', 'new choice')} />
      <Button htmlType="submit" icon={<PlusOutlined aria-hidden />} disabled={draft.zh.trim() === ''}>
        {t('添加选项', 'Add the choice')}
      </Button>
    </form>
  )
}
