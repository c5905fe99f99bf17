import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Segmented, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useLanguage } from '#engine/web/language.tsx'
import { usePageTitle } from '#engine/web/page-title.ts'
import type { FilterPart } from '#engine/web/filter-parts.ts'
import { ProblemState, Quiet } from '#engine/web/states.tsx'
import { WideTable } from '#engine/web/WideTable.tsx'
import { qualityFaults, type QualityFault } from '../rules/quality.ts'
import { columnsToMend, useQualityOverview, type QualityLine } from './quality-data.ts'
import { Trend } from './Trend.tsx'

const spans = [30, 90, 365] as const
const kinds: readonly QualityFault[] = ['doubtful', 'missing', 'stale', 'double']

/** Whose files: everybody's, an owner's or a department's. */
const ofLine = (by: 'owner' | 'department', { id, title }: QualityLine): FilterPart[] =>
  id ? [{ field: by, op: 'eq', value: { id, title } }] : [{ field: by, op: 'empty' }]

/** How good the data is: by department and by owner, the worst first, with the way it went and the way to mend it. */
export default function DataQualityPage() {
  const { t } = useLanguage()
  const navigate = useNavigate()
  const asked = Number((useSearch({ strict: false }) as Record<string, unknown>).days)
  const days = spans.find((span) => span === asked) ?? 90
  const { data, error, isPending, refetch } = useQualityOverview(days)
  usePageTitle(t('数据质量', 'Data quality'))
  if (error) return <ProblemState problem={error} onRetry={() => void refetch()} />
  return (
    <section className="zk-list zk-quality-page">
      <header className="zk-list-head">
        <h1>{t('数据质量', 'Data quality')}</h1>
        <Segmented
          aria-label={t('时间', 'Time')}
          value={days}
          onChange={(next) => void navigate({ to: '/quality', search: (next === 90 ? {} : { days: next }) as never, replace: true })}
          options={spans.map((span) => ({ value: span, label: t(`近 ${span} 天`, `${span} days`) }))}
        />
      </header>
      {isPending ? (
        <Skeleton active paragraph={{ rows: 8 }} />
      ) : data.day === null ? (
        <Quiet
          mark="○"
          title={t('还没有您可以看到的统计', 'Nothing measured yet that you may see')}
          hint={t(
            '每小时统计一次。只有您能看到某人或某部门的全部客户时，才显示其分数。',
            'Measured every hour. Scores are shown of those whose customers you may see all of.',
          )}
        />
      ) : (
        <div className="zk-quality-body">
          <Summary line={data.all} />
          <Table heading={t('部门', 'Departments')} by="department" lines={data.departments} />
          <Table heading={t('负责人', 'Owners')} by="owner" lines={data.owners} />
          <p className="zk-hint">
            {t(
              `分数为 ${data.day} 的统计，每小时更新；只含您能看到其全部客户的负责人。打开的列表是此刻的情况。`,
              `Scores as of ${data.day}, renewed every hour, of owners whose customers you may see all of. Lists show this moment.`,
            )}
          </p>
        </div>
      )}
    </section>
  )
}

/** All that the reader sees, and what there is to mend, with the way to it. */
function Summary({ line }: { line: QualityLine }) {
  const { t, say } = useLanguage()
  return (
    <div className="zk-quality-all">
      <div className="zk-quality-score">
        <b>{line.score}</b>
        <span>{t(`${line.customers.toLocaleString()} 个客户平均`, `mean of ${line.customers.toLocaleString()} customers`)}</span>
      </div>
      <Trend trend={line.trend} isLarge />
      <ul>
        {kinds.map((kind) => (
          <li key={kind}>
            <ToList filter={[{ field: 'qualityFaults', op: 'has', value: kind }]}>
              <b>{line[kind].toLocaleString()}</b> {say(qualityFaults[kind])}
            </ToList>
          </li>
        ))}
        <li>
          <Link
            to="/$record"
            params={{ record: 'duplicate' }}
            search={{ view: 'all', filter: [{ field: 'state', op: 'eq', value: 'open' }] } as never}
          >
            {t('逐对判断重复', 'Decide on pairs')}
          </Link>
        </li>
        <li>
          <Link to="/$record" params={{ record: 'cleanup' }}>
            {t('清理行动', 'Clean-ups')}
          </Link>
        </li>
      </ul>
      <p className="zk-hint">
        {t(
          '在打开的列表中勾选客户，可批量修改或确认，也可合并两个。',
          'In the list that opens, select customers to change or confirm them in bulk, or two to merge them.',
        )}
      </p>
    </div>
  )
}

/** A list of customers, the worst first. */
function ToList({ filter, children }: { filter: FilterPart[]; children: ReactNode }) {
  return (
    <Link to="/$record" params={{ record: 'customer' }} search={{ view: 'all', filter, sort: 'quality', columns: columnsToMend } as never}>
      {children}
    </Link>
  )
}

function Table({ heading, by, lines }: { heading: string; by: 'owner' | 'department'; lines: readonly QualityLine[] }) {
  const { t, say } = useLanguage()
  if (lines.length === 0) return null
  return (
    <section className="zk-quality-table">
      <WideTable label={heading}>
        <thead>
          <tr>
            <th>
              <h2>{heading}</h2>
            </th>
            <th className="zk-quality-figure">{t('质量分', 'Score')}</th>
            <th>{t('趋势', 'Trend')}</th>
            <th className="zk-quality-figure">{t('客户', 'Customers')}</th>
            {kinds.map((kind) => (
              <th key={kind} className="zk-quality-figure">
                {say(qualityFaults[kind])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id ?? 'none'}>
              <td>
                <ToList filter={ofLine(by, line)}>{line.title || t('无', 'None')}</ToList>
              </td>
              <td className="zk-quality-figure">
                <b>{line.score}</b>
              </td>
              <td>
                <Trend trend={line.trend} />
              </td>
              <td className="zk-quality-figure">{line.customers.toLocaleString()}</td>
              {kinds.map((kind) => (
                <td key={kind} className="zk-quality-figure">
                  {line[kind] === 0 ? (
                    <span className="zk-faint">0</span>
                  ) : (
                    <ToList filter={[...ofLine(by, line), { field: 'qualityFaults', op: 'has', value: kind }]}>
                      <span aria-label={`${line.title} · ${say(qualityFaults[kind])} ${line[kind]}`}>{line[kind].toLocaleString()}</span>
                    </ToList>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </WideTable>
    </section>
  )
}
