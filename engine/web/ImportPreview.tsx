import { Link } from '@tanstack/react-router'
import { Button, Segmented, Select } from 'antd'
import { useState } from 'react'
import type { DuplicateRule, ImportSettings } from '#engine/intake/importing.ts'
import {
  isInPart,
  previewParts,
  ruleWords,
  verdictWords,
  type Preview,
  type PreviewPart,
  type Verdict,
  type VerdictTwin,
} from './import-answers.ts'
import { useLanguage } from './language.tsx'
import { WideTable } from './WideTable.tsx'

const page = 100

/** What would become of each row, with the reasons beside it, and a way to decide about one row alone. */
export function ImportPreview({
  record,
  preview,
  settings,
  isFetching,
  onDecide,
}: {
  record: string
  preview: Preview
  settings: ImportSettings
  isFetching: boolean
  onDecide(line: number, rule: DuplicateRule | undefined): void
}) {
  const { t } = useLanguage()
  const [part, setPart] = useState<PreviewPart>('all')
  const [shown, setShown] = useState(page)
  const { progress } = preview
  const counts = Object.fromEntries(previewParts.map((name) => [name, preview.rows.filter((row) => isInPart(row, name)).length]))
  const now = counts[part] ? part : 'all'
  const rows = preview.rows.filter((row) => isInPart(row, now))
  const mapped = settings.mapping.filter((entry) => entry.field)
  const labels: Record<PreviewPart, string> = {
    all: t('全部', 'All'),
    new: t('将新建', 'To create'),
    changed: t('将更新', 'To update'),
    duplicate: t('重复', 'Duplicates'),
    asked: t('待定', 'To decide'),
    remarked: t('有备注', 'With remarks'),
    failed: t('不能导入', 'Not taken'),
  }
  return (
    <div aria-busy={isFetching}>
      <p className="zk-import-sum" aria-live="polite">
        {t(`读取 ${progress.read} 行：`, `${progress.read} rows read: `)}
        <b>{t(`可导入 ${progress.valid}`, `${progress.valid} can be taken`)}</b>
        {t(`，重复 ${progress.duplicate}，不能导入 ${progress.failed}`, `, ${progress.duplicate} duplicates, ${progress.failed} not taken`)}
        {progress.linked > 0 ? t(`，另新建关联记录 ${progress.linked}`, `; ${progress.linked} linked records made along`) : ''}
        {preview.isWhole ? '' : t('（仅预览前 1000 行）', ' (the first 1,000 rows only)')}
      </p>
      <Segmented<PreviewPart>
        className="zk-import-parts"
        aria-label={t('显示哪些行', 'Rows shown')}
        value={now}
        onChange={(next) => {
          setPart(next)
          setShown(page)
        }}
        options={previewParts
          .filter((name) => name === 'all' || counts[name]! > 0)
          .map((name) => ({ value: name, label: `${labels[name]} ${counts[name]!.toLocaleString()}` }))}
      />
      <WideTable label={t('预览', 'Preview')} isTall>
        <thead>
          <tr>
            <th>{t('行', 'Line')}</th>
            <th>{t('结果', 'Result')}</th>
            <th>{t('说明', 'Remarks')}</th>
            {mapped.map((entry) => (
              <th key={entry.column}>{entry.header}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row) => (
            <tr key={row.line}>
              <td className="zk-number">{row.line}</td>
              <td>
                <span className={`zk-state ${verdictWords[row.what][2]}`}>{t(verdictWords[row.what][0], verdictWords[row.what][1])}</span>
                <Decision row={row} decided={settings.decisions[row.line]} onDecide={onDecide} />
              </td>
              <td className="zk-import-remarks">
                {row.problems.map((problem, i) => (
                  <div key={i} className={problem.fatal ? 'zk-fault' : 'zk-hint'}>
                    {problem.column ? t(`${problem.column}：`, `${problem.column}: `) : ''}
                    {problem.words}
                  </div>
                ))}
                {row.twin ? <TwinLine record={record} twin={row.twin} /> : null}
              </td>
              {mapped.map((entry) => (
                <td key={entry.column} className="zk-import-cell">
                  {(row.cells[entry.column] ?? '').slice(0, 40)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </WideTable>
      {rows.length > shown ? (
        <Button type="link" onClick={() => setShown(shown + page * 3)}>
          {t(`再看 ${Math.min(page * 3, rows.length - shown)} 行`, `Show ${Math.min(page * 3, rows.length - shown)} more`)}
        </Button>
      ) : null}
    </div>
  )
}

const perRow = ['skip', 'fillEmpty', 'update', 'merge', 'create'] as const

/** The way of one row, where it is there already or may be. */
function Decision({
  row,
  decided,
  onDecide,
}: {
  row: Verdict
  decided: DuplicateRule | undefined
  onDecide(line: number, rule: DuplicateRule | undefined): void
}) {
  const { t } = useLanguage()
  if (!row.twin || row.what === 'failed' || (row.what === 'new' && !decided)) return null
  const label = t(`第 ${row.line} 行怎么办`, `What to do with line ${row.line}`)
  return (
    <Select<DuplicateRule | 'rule'>
      size="small"
      className="zk-import-decision"
      value={decided ?? 'rule'}
      onChange={(rule) => onDecide(row.line, rule === 'rule' ? undefined : rule)}
      options={[
        { value: 'rule', label: t('按上面的规则', 'As above') },
        ...perRow
          // Where several records are meant, nobody can say which to change.
          .filter((rule) => rule === 'skip' || rule === 'create' || row.twin!.id !== undefined || row.twin!.line !== undefined)
          .map((rule) => ({ value: rule, label: t(...ruleWords[rule]) })),
      ]}
      aria-label={label}
    />
  )
}

/** What a row is a duplicate of, and why it is thought so. */
function TwinLine({ record, twin }: { record: string; twin: VerdictTwin }) {
  const { t } = useLanguage()
  if (!twin.id && twin.reasons.length === 0) return null
  return (
    <div className="zk-similar-why zk-import-twin">
      {twin.id ? (
        <Link to="/$record/$id" params={{ record, id: twin.id }} target="_blank" aria-label={t(`打开${twin.title}`, `Open ${twin.title}`)}>
          {t('打开', 'Open')}
        </Link>
      ) : null}
      {twin.reasons.slice(0, 4).map((reason) => (
        <span key={reason.words} className={reason.isAgainst ? 'zk-against' : undefined}>
          {reason.isAgainst ? '− ' : '+ '}
          {reason.words}
        </span>
      ))}
    </div>
  )
}
