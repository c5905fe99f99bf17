import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Skeleton } from 'antd'
import { api, type Problem } from '#engine/web/api.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { usePageTitle } from '#engine/web/page-title.ts'
import { ProblemState, Quiet } from '#engine/web/states.tsx'
import { WideTable } from '#engine/web/WideTable.tsx'
import { companyZone, showInstant } from '#engine/time/zone.ts'
import type { BackupOverview } from '../routes.ts'

type Backup = BackupOverview['items'][number]

const states: Record<Backup['state'], [string, string, string]> = {
  waiting: ['等待', 'Waiting', 'zk-waiting'],
  running: ['进行中', 'Running', 'zk-info'],
  done: ['完成', 'Done', 'zk-good'],
  failed: ['失败', 'Failed', 'zk-bad'],
  removed: ['已清理', 'Cleared away', 'zk-plain'],
}

const kinds: Record<Backup['kind'], [string, string]> = {
  nightly: ['每夜', 'Nightly'],
  manual: ['手动', 'By hand'],
  drill: ['恢复演练', 'Drill'],
}

const sizeOf = (bytes: number): string =>
  bytes >= 1_073_741_824 ? `${(bytes / 1_073_741_824).toFixed(1)} GB` : `${(bytes / 1_048_576).toFixed(1)} MB`

const isUnderWay = ({ state }: Backup) => state === 'waiting' || state === 'running'

/** What backups there are, how old and how large, when they were verified and tried out; and one more at once. */
export default function BackupsPage() {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const { data, error, refetch } = useQuery({
    queryKey: ['backups'],
    queryFn: () => api.get<BackupOverview>('/backups'),
    refetchInterval: (query) => (query.state.data?.items.some(isUnderWay) ? 1000 : 30_000),
    retry: false,
  })
  usePageTitle(t('备份', 'Backups'))
  if (error) return <ProblemState problem={error} onRetry={() => void refetch()} />
  const backUp = () =>
    void api.post('/backups').then(
      () => refetch(),
      (problem: Problem) => message.error(problem.message),
    )
  return (
    <section className="zk-list">
      <header className="zk-list-head">
        <h1>{t('备份', 'Backups')}</h1>
        <span className="zk-spring" />
        <Button type="primary" onClick={backUp} disabled={!data || data.items.some(isUnderWay)}>
          {t('立即备份', 'Back up now')}
        </Button>
      </header>
      {!data ? (
        <Skeleton active />
      ) : (
        <div className="zk-backups">
          <Standing overview={data} />
          {data.items.length === 0 ? (
            <Quiet
              mark="○"
              title={t('还没有备份', 'No backups yet')}
              hint={t(
                '备份包含全部数据和附件，写成一个文件，期间照常工作。',
                'A backup is one file with all data and files, written while work goes on.',
              )}
            />
          ) : (
            <BackupTable items={data.items} />
          )}
        </div>
      )}
    </section>
  )
}

/** In sentences: the last good one, the last drill, what is planned, and what should be better. */
function Standing({ overview: { plan, items, isBeside, isEncrypted } }: { overview: BackupOverview }) {
  const { t } = useLanguage()
  const last = items.find(({ kind, state }) => kind !== 'drill' && state === 'done')
  const drill = items.find(({ kind }) => kind === 'drill')
  const at = (instant: string) => showInstant(instant, companyZone)
  return (
    <dl className="zk-backup-facts">
      <dt>{t('最近一次', 'Last')}</dt>
      <dd>
        {last ? t(`${at(last.at)}，${sizeOf(last.size ?? 0)}`, `${at(last.at)}, ${sizeOf(last.size ?? 0)}`) : t('还没有', 'None yet')}
        {last?.verifiedAt ? <span className="zk-faint"> {t('已读回校验', 'read back and verified')}</span> : null}
      </dd>
      <dt>{t('恢复演练', 'Drill')}</dt>
      <dd>
        {drill ? (
          <>
            {at(drill.at)}
            {'\u2002'}
            <State of={drill} />
          </>
        ) : (
          t('还没有做过', 'Never')
        )}
        <p className="zk-hint">
          {t('在服务器上运行：', 'On the server: ')}
          <code lang="en">npm run cli -- restore-drill</code> {t('<备份文件>', '<file>')}
        </p>
      </dd>
      <dt>{t('计划', 'Plan')}</dt>
      <dd>
        {plan.isOn
          ? t(
              `每天 ${plan.startsAt}，保留 ${plan.keepDaily} 天、${plan.keepWeekly} 周、${plan.keepMonthly} 个月`,
              `Every day at ${plan.startsAt}; ${plan.keepDaily} days, ${plan.keepWeekly} weeks and ${plan.keepMonthly} months are kept`,
            )
          : t('未启用', 'Off')}{' '}
        <PlanLink id={plan.id} />
        <p className="zk-hint zk-path">{plan.folder}</p>
      </dd>
      {isBeside || !isEncrypted ? (
        <>
          <dt>{t('注意', 'Mind')}</dt>
          <dd>
            {isBeside ? (
              <p>
                {t(
                  '备份与数据在同一个文件夹中：磁盘损坏时会一起丢失。在计划中指定另一块磁盘上的文件夹。',
                  'Backups lie beside the data and would be lost with its disk. Name a folder on another disk in the plan.',
                )}
              </p>
            ) : null}
            {isEncrypted ? null : (
              <p>
                {t(
                  '备份未加密：拿到文件的人可以读到全部数据。设定口令的环境变量：',
                  'Backups are not encrypted: whoever has the file can read everything. Set a passphrase by the variable ',
                )}
                <code lang="en">ZHIKE_BACKUP_PASSPHRASE</code>
              </p>
            )}
          </dd>
        </>
      ) : null}
    </dl>
  )
}

function PlanLink({ id }: { id: string | null }) {
  const { t } = useLanguage()
  return id ? (
    <Link to="/$record/$id" params={{ record: 'backupPlan', id }} className="zk-plan-link">
      {t('修改计划', 'Change the plan')}
    </Link>
  ) : (
    <Link to="/$record" params={{ record: 'backupPlan' }} className="zk-plan-link">
      {t('设定计划', 'Set a plan')}
    </Link>
  )
}

function State({ of }: { of: Backup }) {
  const { t } = useLanguage()
  const [zh, en, tone] = states[of.state]
  return <span className={`zk-state ${tone}`}>{t(zh, en)}</span>
}

/** What a backup holds, or how far it has come, or why it is not there. */
function Told({ of: { state, progress, report, error } }: { of: Backup }) {
  const { t } = useLanguage()
  if (error) return <>{t(error.split('\n')[0]!, error.split('\n').at(-1)!)}</>
  if (state === 'running') return <>{t(`${(progress.rows ?? 0).toLocaleString()} 行`, `${(progress.rows ?? 0).toLocaleString()} rows`)}</>
  if (report.rows === undefined) return null
  return (
    <>
      {t(
        `${report.rows.toLocaleString()} 行 · ${report.files} 个文件`,
        `${report.rows.toLocaleString()} rows · ${report.files} ${report.files === 1 ? 'file' : 'files'}`,
      )}
      {report.missing?.length ? t(` · 缺少 ${report.missing.length} 个附件`, ` · ${report.missing.length} files were missing`) : ''}
    </>
  )
}

function BackupTable({ items }: { items: readonly Backup[] }) {
  const { t } = useLanguage()
  return (
    <WideTable label={t('备份', 'Backups')} isTall>
      <thead>
        <tr>
          <th>{t('时间', 'Time')}</th>
          <th>{t('方式', 'Kind')}</th>
          <th>{t('状态', 'State')}</th>
          <th>{t('大小', 'Size')}</th>
          <th>{t('内容', 'Holds')}</th>
          <th>{t('用时', 'Took')}</th>
          <th>{t('校验', 'Verified')}</th>
          <th>{t('加密', 'Encrypted')}</th>
          <th>{t('文件', 'File')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <td className="zk-number">{showInstant(item.at, companyZone)}</td>
            <td>
              {t(...kinds[item.kind])} {item.by ? <span className="zk-faint">{item.by}</span> : null}
            </td>
            <td>
              <State of={item} />
            </td>
            <td className="zk-number">{item.size === null ? '' : sizeOf(item.size)}</td>
            <td className="zk-told">
              <Told of={item} />
            </td>
            <td className="zk-number">
              {item.finishedAt && item.state !== 'failed'
                ? t(
                    `${Math.max(1, Math.round((Date.parse(item.finishedAt) - Date.parse(item.at)) / 1000))} 秒`,
                    `${Math.max(1, Math.round((Date.parse(item.finishedAt) - Date.parse(item.at)) / 1000))} s`,
                  )
                : ''}
            </td>
            <td className="zk-number">{item.verifiedAt ? showInstant(item.verifiedAt, companyZone) : ''}</td>
            <td>{item.state === 'done' ? (item.isEncrypted ? t('是', 'Yes') : t('否', 'No')) : ''}</td>
            <td className="zk-faint">{item.file.split('/').at(-1)}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
