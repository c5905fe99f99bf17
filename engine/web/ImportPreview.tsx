import { Checkbox } from 'antd'
import { useMemo, useState } from 'react'
import type { ImportSettings } from '#engine/intake/importing.ts'
import { verdictWords, type Preview } from './import-answers.ts'
import { useLanguage } from './language.tsx'
import { WideTable } from './WideTable.tsx'

/** What would become of each row, with the reasons beside it. */
export function ImportPreview({ preview, settings, isFetching }: { preview: Preview; settings: ImportSettings; isFetching: boolean }) {
  const { t } = useLanguage()
  const [onlyProblems, setOnlyProblems] = useState(false)
  const rows = useMemo(
    () => (onlyProblems ? preview.rows.filter((row) => row.problems.length > 0) : preview.rows).slice(0, 100),
    [preview, onlyProblems],
  )
  const { progress } = preview
  const mapped = settings.mapping.filter((entry) => entry.field)
  return (
    <div aria-busy={isFetching}>
      <div className="zk-import-sum">
        <span>
          {t(`读取 ${progress.read} 行：`, `${progress.read} rows read: `)}
          <b>{t(`可导入 ${progress.valid}`, `${progress.valid} can be taken`)}</b>
          {t(
            `，重复 ${progress.duplicate}，不能导入 ${progress.failed}，有备注 ${progress.remarked}`,
            `, ${progress.duplicate} duplicates, ${progress.failed} not taken, ${progress.remarked} with remarks`,
          )}
          {preview.isWhole ? '' : t('（仅预览前 1000 行）', ' (the first 1,000 rows only)')}
        </span>
        <Checkbox checked={onlyProblems} onChange={(event) => setOnlyProblems(event.target.checked)}>
          {t('只看有问题的行', 'Only rows with problems')}
        </Checkbox>
      </div>
      <WideTable label={t('预览', 'Preview')} isTall>
        <thead>
          <tr>
            <th>{t('行', 'Line')}</th>
            <th>{t('结果', 'Result')}</th>
            {mapped.map((entry) => (
              <th key={entry.column}>{entry.header}</th>
            ))}
            <th>{t('说明', 'Remarks')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line}>
              <td className="zk-number">{row.line}</td>
              <td>
                <span className={`zk-state ${verdictWords[row.what][2]}`}>{t(verdictWords[row.what][0], verdictWords[row.what][1])}</span>
              </td>
              {mapped.map((entry) => (
                <td key={entry.column} className="zk-import-cell">
                  {(row.cells[entry.column] ?? '').slice(0, 40)}
                </td>
              ))}
              <td className="zk-import-remarks">
                {row.problems.map((problem, i) => (
                  <div key={i} className={problem.fatal ? 'zk-fault' : 'zk-hint'}>
                    {problem.column ? t(`${problem.column}：`, `${problem.column}: `) : ''}
                    {problem.words}
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </div>
  )
}
