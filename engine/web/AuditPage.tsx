import { SearchOutlined } from '@ant-design/icons'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, DatePicker, Input, Select, Skeleton } from 'antd'
import dayjs from 'dayjs'
import type { CheckedAudit } from '#engine/event/last-audit.ts'
import type { FieldDescription } from '#engine/record/describe.ts'
import { companyZone, instantOfLocal, showInstant } from '#engine/time/zone.ts'
import { api } from './api.ts'
import { useDescription } from './description.ts'
import { useLanguage } from './language.tsx'
import { LinkPicker } from './LinkPicker.tsx'
import { usePageTitle } from './page-title.ts'
import { ProblemState, Quiet } from './states.tsx'
import { TimelineEntry, type TimelineEvent } from './Timeline.tsx'

/** What is looked for; it stands in the address, so that an answer can be sent to somebody. */
interface Asked {
  user?: string
  record?: string
  id?: string
  value?: string
  field?: string
  operation?: string
  kinds?: string
  from?: string
  until?: string
}

const names = ['user', 'record', 'id', 'value', 'field', 'operation', 'kinds', 'from', 'until'] as const

function useAsked(): [Asked, (change: Asked) => void] {
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const navigate = useNavigate()
  const asked = Object.fromEntries(names.flatMap((name) => (typeof search[name] === 'string' ? [[name, search[name]]] : []))) as Asked
  const change = (next: Asked) =>
    void navigate({
      to: '/audit',
      search: Object.fromEntries(Object.entries({ ...asked, ...next }).filter(([, value]) => value)) as never,
      replace: true,
    })
  return [asked, change]
}

/** The instant at which a day of the company begins, or so many days after it. */
const dayStart = (day: string, daysOn: number): string =>
  instantOfLocal(dayjs(day).add(daysOn, 'day').format('YYYY-MM-DD'), 0, 0, 0, companyZone)

/** The question as the server takes it: days of the company become instants. */
const queryOf = ({ from, until, ...rest }: Asked) => ({
  ...rest,
  from: from && dayStart(from, 0),
  until: until && dayStart(until, 1),
})

/** Who did what to what, and who looked at what is masked: for whoever has the right to audit. */
export default function AuditPage() {
  const { t, locale } = useLanguage()
  const [asked, change] = useAsked()
  const query = queryOf(asked)
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = useInfiniteQuery({
    queryKey: ['audit', query, locale],
    queryFn: ({ pageParam, signal }) =>
      api.get<{ items: TimelineEvent[]; next: string | null }>('/audit', { query: { ...query, before: pageParam, limit: 50 }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    retry: false,
  })
  usePageTitle(t('审计', 'Audit'))
  if (error) return <ProblemState problem={error} onRetry={() => void refetch()} />
  const events = data?.pages.flatMap((page) => page.items) ?? []
  const parameters = new URLSearchParams(Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return (
    <section className="zk-list zk-audit">
      <header className="zk-list-head">
        <h1>{t('审计', 'Audit')}</h1>
        <span className="zk-spring" />
        <Button href={`/api/v1/audit/export?${parameters}`} download>
          {t('导出结果', 'Export the answer')}
        </Button>
      </header>
      <LastCheck />
      <Question asked={asked} onChange={change} />
      {!data ? (
        <Skeleton active paragraph={{ rows: 8 }} />
      ) : events.length === 0 && !hasNextPage ? (
        <Quiet
          mark="○"
          title={t('没有找到', 'Nothing found')}
          hint={t(
            '只显示您有权审计并能看到的记录。号码要填写完整。',
            'Only of records that you may audit and see. A number has to be whole.',
          )}
        />
      ) : (
        <ol className="zk-timeline">
          {events.map((event) => (
            <TimelineEntry key={event.id} event={event} root="" />
          ))}
        </ol>
      )}
      {hasNextPage ? (
        <Button className="zk-audit-more" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('继续向前找', 'Look further back')}
        </Button>
      ) : null}
    </section>
  )
}

/** Whether the chain of events holds, as it was last walked. */
function LastCheck() {
  const { t } = useLanguage()
  const { data } = useQuery({
    queryKey: ['audit-seals'],
    queryFn: () => api.get<{ last: CheckedAudit | null }>('/audit/seals'),
    retry: false,
  })
  if (!data) return null
  const { last } = data
  return (
    <p className="zk-audit-check" role="status">
      {last === null ? (
        <span className="zk-faint">
          {t('审计链每天核对一次，还没有核对过。', 'The chain is checked every night; it has not been yet.')}
        </span>
      ) : last.fault ? (
        <>
          <span className="zk-state zk-bad">{t('审计链被改动', 'Tampered with')}</span>{' '}
          {t(
            `${showInstant(last.at, companyZone)} 核对：第一处在位置 ${last.fault.position}，${last.fault.zh}`,
            `Checked ${showInstant(last.at, companyZone)}: first at position ${last.fault.position}, ${last.fault.en}`,
          )}
          {last.fault.event ? <code className="zk-path"> {last.fault.event}</code> : null}
        </>
      ) : (
        <>
          <span className="zk-state zk-good">{t('审计链完好', 'The chain holds')}</span>{' '}
          <span className="zk-faint">
            {t(
              `${showInstant(last.at, companyZone)} 核对 ${last.sealed.toLocaleString()} 条`,
              `${last.sealed.toLocaleString()} events checked ${showInstant(last.at, companyZone)}`,
            )}
          </span>
        </>
      )}
    </p>
  )
}

const userField = (zh: string, en: string): FieldDescription => ({ name: 'user', kind: 'link', to: 'user', words: { zh, en } })

/** What is looked for, in one row. */
function Question({ asked, onChange }: { asked: Asked; onChange(change: Asked): void }) {
  const { t, say, locale } = useLanguage()
  const { data } = useDescription()
  const records = (data?.records ?? []).filter(({ can }) => can.audit)
  const record = records.find(({ name }) => name === asked.record)
  const kinds: [string, string][] = [
    ['revealed', t('查看脱敏内容', 'Looks at masked content')],
    ['created', t('新建', 'Created')],
    ['edited', t('修改', 'Edited')],
    ['recycled', t('删除', 'Moved to the bin')],
    ['restored', t('恢复', 'Restored')],
    ['shared', t('共享', 'Shared')],
    ['unshared', t('取消共享', 'No longer shared')],
    ['transferred', t('移交', 'Handed over')],
    ['merged', t('合并', 'Merged')],
    ['fileAdded', t('添加附件', 'Files added')],
    ['fileRemoved', t('删除附件', 'Files removed')],
  ]
  const when = (name: 'from' | 'until', label: string) => (
    <DatePicker
      aria-label={label}
      placeholder={label}
      value={asked[name] ? dayjs(asked[name]) : null}
      onChange={(day) => onChange({ [name]: day ? day.format('YYYY-MM-DD') : '' })}
    />
  )
  return (
    <div className="zk-audit-question" role="search">
      <div className="zk-audit-user">
        <label htmlFor="audit-user">{t('谁', 'Who')}</label>
        <LinkPicker
          id="audit-user"
          field={userField('谁', 'Who')}
          value={asked.user ?? null}
          onChange={(value) => onChange({ user: (value as string | null) ?? '' })}
        />
      </div>
      <Select
        aria-label={t('事件', 'Events')}
        placeholder={t('所有事件', 'All events')}
        mode="multiple"
        maxTagCount="responsive"
        value={asked.kinds?.split(',') ?? []}
        onChange={(chosen: string[]) => onChange({ kinds: chosen.join(',') })}
        options={kinds.map(([value, label]) => ({ value, label }))}
      />
      <Select
        aria-label={t('对象', 'Record type')}
        placeholder={t('所有对象', 'All record types')}
        allowClear
        value={asked.record ?? null}
        onChange={(value: string | null) => onChange({ record: value ?? '', id: '', field: '' })}
        options={records.map(({ name, words }) => ({ value: name, label: say(words) }))}
      />
      {record ? (
        <Select
          aria-label={t('字段', 'Field')}
          placeholder={t('所有字段', 'All fields')}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={asked.field ?? null}
          onChange={(value: string | null) => onChange({ field: value ?? '' })}
          options={record.fields.map(({ name, words }) => ({ value: name, label: say(words) }))}
        />
      ) : null}
      <Input
        key={`${asked.value ?? ''}${locale}`}
        aria-label={t('完整号码', 'Whole number')}
        placeholder={t('完整的电话、邮箱或证件号', 'A whole phone number, e-mail or document number')}
        defaultValue={asked.value ?? ''}
        prefix={<SearchOutlined aria-hidden />}
        onPressEnter={(event) => onChange({ value: event.currentTarget.value.trim() })}
        onBlur={(event) =>
          event.currentTarget.value.trim() !== (asked.value ?? '') && onChange({ value: event.currentTarget.value.trim() })
        }
        onClear={() => onChange({ value: '' })}
        allowClear
      />
      {when('from', t('从', 'From'))}
      {when('until', t('到', 'Until'))}
      {asked.id || asked.operation ? (
        <Button onClick={() => onChange({ id: '', operation: '' })}>
          {asked.id ? t('只看一条记录 ×', 'One record only ×') : t('只看一次操作 ×', 'One operation only ×')}
        </Button>
      ) : null}
    </div>
  )
}
