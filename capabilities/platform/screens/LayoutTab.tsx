import { Button, Select, Skeleton } from 'antd'
import { useState } from 'react'
import type { RecordDescription } from '#engine/record/describe.ts'
import { layoutFor } from '#engine/record/layouts.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { useUndoable } from '#engine/web/undoable.tsx'
import { itemsOf, linesOf, type LayoutItem } from '../rules/layout-items.ts'
import { FormItems } from './FormItems.tsx'
import { LayoutPreview } from './LayoutPreview.tsx'
import { NameList } from './NameList.tsx'
import { useLayouts, useRoles, useSetup, useSetupRefresh, type LayoutItemStored, type SetupState } from './setup-data.ts'

/** How forms, pages and lists of a record type look: for everybody or a role, for all records or one sort of them. */
export function LayoutTab({ record }: { record: RecordDescription }) {
  const { t, say } = useLanguage()
  const { data: setup } = useSetup(record.name)
  const { data: layouts } = useLayouts(record.name)
  const { data: roles } = useRoles()
  const [role, setRole] = useState('')
  const [choice, setChoice] = useState('')
  if (!setup || !layouts || !roles) return <Skeleton active />
  const variant = setup.fields.find((field) => field.name === setup.layout.variant)
  const isOwn = (layout: LayoutItemStored) => (layout.role?.id ?? '') === role && (layout.choice ?? '') === choice
  const own = layouts.find(isOwn)
  const marks = (of: (layout: LayoutItemStored) => boolean) => (layouts.some(of) ? t('（有布局）', ' (own layout)') : '')
  return (
    <>
      <header className="zk-setup-part zk-setup-for">
        <label>
          <span className="zk-hint">{t('对谁', 'For')}</span>
          <Select
            value={role}
            onChange={setRole}
            aria-label={t('对谁', 'For')}
            options={[
              { value: '', label: t('所有人', 'Everybody') + marks((layout) => !layout.role) },
              ...roles.map((entry) => ({ value: entry.id, label: say(entry.name) + marks((layout) => layout.role?.id === entry.id) })),
            ]}
          />
        </label>
        {variant ? (
          <label>
            <span className="zk-hint">{say(variant.words)}</span>
            <Select
              value={choice}
              onChange={setChoice}
              aria-label={say(variant.words)}
              options={[
                { value: '', label: t('全部', 'All') + marks((layout) => (layout.role?.id ?? '') === role && !layout.choice) },
                ...Object.entries(variant.choices ?? {}).map(([code, words]) => ({
                  value: code,
                  label: say(words) + marks((layout) => (layout.role?.id ?? '') === role && layout.choice === code),
                })),
              ]}
            />
          </label>
        ) : null}
      </header>
      <LayoutEditor
        key={`${own?.id ?? ''}.${own?.version ?? 0}.${role}.${choice}`}
        record={record}
        setup={setup}
        own={own}
        base={own ?? baseOf(layouts, role, choice)}
        target={{ role: role || null, choice: choice || null }}
      />
    </>
  )
}

/** What counts for them so far: what a new layout begins with. */
const baseOf = (layouts: readonly LayoutItemStored[], role: string, choice: string) => {
  const rows = layouts.map((layout) => ({ ...layout, role: layout.role?.id ?? null }))
  return layoutFor(rows, role ? [role] : [], choice || null)
}

type Base = Pick<LayoutItemStored, 'lines' | 'hidden' | 'columns' | 'facts' | 'related'>

function draftOf(setup: SetupState, base: Base | undefined) {
  const known = new Set(setup.fields.map((field) => field.name))
  const hidden = (base?.hidden ?? []).filter((name) => !setup.layout.needed.includes(name))
  const lines = base?.lines ?? []
  const placed = new Set([...lines.flatMap((line) => line.fields), ...hidden])
  const rest = setup.layout.form.map((line) => line.filter((name) => !placed.has(name)))
  const related = (base?.related ?? []).filter((path) => setup.layout.relatable.includes(path))
  return {
    // A retired field keeps its place, unseen, until it comes back.
    items: itemsOf(lines, rest).filter((item) => !('field' in item) || !hidden.includes(item.field)),
    hidden: hidden.filter((name) => known.has(name)),
    columns: base && base.columns.length > 0 ? [...base.columns] : setup.layout.columns,
    facts: [...(base?.facts ?? [])],
    related: [...related, ...setup.layout.related.filter((path) => !related.includes(path) && !hidden.includes(path))],
  }
}

function LayoutEditor({
  record,
  setup,
  own,
  base,
  target,
}: {
  record: RecordDescription
  setup: SetupState
  own: LayoutItemStored | undefined
  base: Base | undefined
  target: { role: string | null; choice: string | null }
}) {
  const { t } = useLanguage()
  const { act } = useUndoable(useSetupRefresh())
  const [draft, setDraft] = useState(() => draftOf(setup, base))
  const [isChanged, setChanged] = useState(false)
  const set = (patch: Partial<typeof draft>) => {
    setDraft((before) => ({ ...before, ...patch }))
    setChanged(true)
  }
  const values = () => ({
    lines: linesOf(draft.items),
    hidden: [...draft.hidden, ...setup.layout.related.filter((path) => !draft.related.includes(path))],
    columns: draft.columns.join() === setup.layout.columns.join() ? [] : draft.columns,
    facts: draft.facts,
    related: draft.related,
  })
  const saved = t('布局已保存，对所有人生效', 'The layout is saved and holds for everybody')
  const save = () =>
    own
      ? act('layout.edit', { on: own.id, input: values() }, saved, own.version)
      : act('layout.create', { input: { record: record.name, ...target, ...values() } }, saved)
  const isWhole = target.choice === null
  return (
    <div className="zk-layout">
      <div className="zk-layout-edit">
        <p className="zk-hint">
          {own
            ? t('这里有自己的布局。', 'They have a layout of their own.')
            : base
              ? t(
                  '还没有自己的布局，现在沿用更一般的一个；保存后另成一个。',
                  'No layout of their own yet: a more general one counts. Saving makes one.',
                )
              : t('现在是系统默认的布局。', 'The layout is as it came with the product.')}
        </p>
        <h3>{t('表单与记录页', 'Form and page')}</h3>
        <FormItems
          setup={setup}
          items={draft.items}
          hidden={draft.hidden}
          onChange={(items: LayoutItem[], hidden) => set({ items, hidden })}
        />
        <h3>{t('页首要点', 'Facts at the head of the page')}</h3>
        <NameList record={record} setup={setup} of="facts" names={draft.facts} onChange={(facts) => set({ facts })} />
        {isWhole ? (
          <>
            <h3>{t('列表默认的列', 'Columns of the list')}</h3>
            <NameList record={record} setup={setup} of="columns" names={draft.columns} onChange={(columns) => set({ columns })} />
          </>
        ) : null}
        {setup.layout.relatable.length > 0 ? (
          <>
            <h3>{t('相关列表', 'Related lists')}</h3>
            <NameList record={record} setup={setup} of="related" names={draft.related} onChange={(related) => set({ related })} />
          </>
        ) : null}
        <div className="zk-setup-save">
          {own ? (
            <Button
              danger
              type="text"
              onClick={() => void act('layout.recycle', { on: own.id }, t('已恢复默认布局', 'The layout is as before again'), own.version)}
            >
              {t('恢复默认', 'Back to the default')}
            </Button>
          ) : null}
          <span className="zk-spring" />
          <Button disabled={!isChanged} onClick={() => (setDraft(draftOf(setup, base)), setChanged(false))}>
            {t('放弃修改', 'Discard changes')}
          </Button>
          <Button type="primary" disabled={!isChanged} onClick={() => void save()}>
            {t('保存布局', 'Save the layout')}
          </Button>
        </div>
      </div>
      <LayoutPreview record={record} setup={setup} lines={linesOf(draft.items)} facts={draft.facts} choice={target.choice} />
    </div>
  )
}
