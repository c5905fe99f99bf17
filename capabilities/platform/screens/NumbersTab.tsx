import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber, Select, Skeleton } from 'antd'
import { useDeferredValue, useState } from 'react'
import type { RecordDescription } from '#engine/record/describe.ts'
import type { Reset } from '#engine/record/fields/index.ts'
import { api } from '#engine/web/api.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { useUndoable } from '#engine/web/undoable.tsx'
import { useNumberRules, useSetup, useSetupRefresh, type NumberState } from './setup-data.ts'

/** How running numbers are given. */
export function NumbersTab({ record }: { record: RecordDescription }) {
  const { t } = useLanguage()
  const { data } = useSetup(record.name)
  if (!data) return <Skeleton active />
  if (data.numbers.length === 0) return <p className="zk-hint">{t('这种对象没有编号。', 'This record type has no running numbers.')}</p>
  return (
    <>
      {data.numbers.map((state) => (
        <NumberRule key={`${state.field}.${state.pattern}.${state.reset}.${state.start}`} record={record} state={state} />
      ))}
    </>
  )
}

const places = ['{year}', '{month}', '{day}', '{department}', '{0000}']

function NumberRule({ record, state }: { record: RecordDescription; state: NumberState }) {
  const { t, say, locale } = useLanguage()
  const { act } = useUndoable(useSetupRefresh())
  const { data: rules } = useNumberRules(record.name)
  const own = rules?.find((rule) => rule.field === state.field)
  const [draft, setDraft] = useState({ pattern: state.pattern, reset: state.reset, start: state.start })
  const asked = useDeferredValue(draft)
  const { data: preview } = useQuery({
    queryKey: ['setup', record.name, 'next-number', state.field, asked, locale],
    queryFn: ({ signal }) =>
      api.get<{ next: string | null; faults: string[] }>(`/setup/${record.name}/next-number`, {
        query: { field: state.field, ...asked },
        signal,
      }),
    placeholderData: (before) => before,
  })
  const isChanged = draft.pattern !== state.pattern || draft.reset !== state.reset || draft.start !== state.start
  const label = say(state.words)
  const saved = t('编号规则已保存，从下一条起生效', 'The rule is saved and holds from the next record on')
  const save = () =>
    own
      ? act('numberRule.edit', { on: own.id, input: draft }, saved, own.version)
      : act('numberRule.create', { input: { record: record.name, field: state.field, ...draft } }, saved)
  const resets: [Reset, string][] = [
    ['never', t('从不', 'Never')],
    ['yearly', t('每年', 'Every year')],
    ['monthly', t('每月', 'Every month')],
    ['daily', t('每天', 'Every day')],
  ]
  return (
    <Form layout="vertical" className="zk-number-rule" onFinish={() => void save()}>
      <h2>{label}</h2>
      <Form.Item
        label={t('格式', 'Pattern')}
        htmlFor={`pattern-${state.field}`}
        {...(preview && preview.faults.length > 0 ? { validateStatus: 'error' as const, help: preview.faults.join(' ') } : {})}
      >
        <Input
          id={`pattern-${state.field}`}
          value={draft.pattern}
          onChange={(event) => setDraft({ ...draft, pattern: event.target.value })}
          maxLength={50}
          spellCheck={false}
          autoComplete="off"
        />
        <div className="zk-number-places">
          {places.map((place) => (
            <Button key={place} size="small" type="text" onClick={() => setDraft({ ...draft, pattern: draft.pattern + place })}>
              {place}
            </Button>
          ))}
        </div>
      </Form.Item>
      <div className="zk-form-line">
        <Form.Item label={t('重新编号', 'Begins anew')} htmlFor={`reset-${state.field}`}>
          <Select
            id={`reset-${state.field}`}
            value={draft.reset}
            onChange={(reset) => setDraft({ ...draft, reset })}
            options={resets.map(([value, words]) => ({ value, label: words }))}
          />
        </Form.Item>
        <Form.Item label={t('起始号', 'First number')} htmlFor={`start-${state.field}`}>
          <InputNumber
            id={`start-${state.field}`}
            value={draft.start}
            onChange={(start) => setDraft({ ...draft, start: start ?? 1 })}
            min={1}
            max={999_999_999}
            precision={0}
            style={{ width: '100%' }}
          />
        </Form.Item>
      </div>
      <p className="zk-number-next" aria-live="polite">
        <span className="zk-hint">{t('下一个编号', 'The next number')}</span>
        <b className="zk-number">{preview?.next ?? '—'}</b>
      </p>
      <p className="zk-hint">
        {t('已给出的编号不变，也不会再给出第二次。', 'Numbers that are given stay, and none is given twice.')}
        {state.isGapless ? t('这个编号连续，不会跳号。', ' These numbers leave no gap.') : null}
      </p>
      <div className="zk-setup-save">
        {own ? (
          <Button
            danger
            type="text"
            onClick={() =>
              void act('numberRule.recycle', { on: own.id }, t('已恢复默认规则', 'The rule is as declared again'), own.version)
            }
          >
            {t('恢复默认', 'Back to the default')} ({state.declared.pattern})
          </Button>
        ) : null}
        <span className="zk-spring" />
        <Button type="primary" htmlType="submit" disabled={!isChanged || !preview?.next}>
          {t('保存规则', 'Save the rule')}
        </Button>
      </div>
    </Form>
  )
}
