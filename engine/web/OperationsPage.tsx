import { useInfiniteQuery } from '@tanstack/react-query'
import { App, Button, Segmented, Skeleton } from 'antd'
import { useState } from 'react'
import { companyZone, showInstant } from '#engine/time/zone.ts'
import { api, Problem } from './api.ts'
import { useDescription } from './description.ts'
import { useLanguage } from './language.tsx'
import { usePageTitle } from './page-title.ts'
import { ProblemState, Quiet } from './states.tsx'
import { WideTable } from './WideTable.tsx'

interface Operation {
  id: string
  words: string
  record: string | null
  at: string
  state: 'running' | 'done' | 'stopped' | 'undone'
  total: number
  done: number
  refused: number
  report: { words: string }[]
  canUndo: boolean
  by: { title: string }
}

const states: Record<Operation['state'], [string, string, string]> = {
  running: ['进行中', 'Running', 'zk-info'],
  done: ['完成', 'Done', 'zk-good'],
  stopped: ['已中断', 'Stopped', 'zk-bad'],
  undone: ['已撤销', 'Undone', 'zk-plain'],
}

/** What was done to many records at once: bulk changes, imports, exports. Who, when, how many, what was left out; and the way back. */
export function OperationsPage() {
  const { t, say, locale } = useLanguage()
  const { message } = App.useApp()
  const { data: description } = useDescription()
  const [whose, setWhose] = useState<'mine' | 'all'>('mine')
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['operations', whose, locale],
    queryFn: ({ pageParam }) =>
      api.get<{ items: Operation[]; next: string | null }>('/operations', {
        query: { all: whose === 'all' || undefined, before: pageParam },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: (query) => (query.state.data?.pages[0]?.items.some((item) => item.state === 'running') ? 1500 : false),
  })
  const title = t('操作记录', 'Operations')
  usePageTitle(title)
  if (error) return <ProblemState problem={error} onRetry={() => void refetch()} />
  const items = data?.pages.flatMap((page) => page.items) ?? []
  const undo = (id: string) =>
    void api.post(`/operations/${id}/undo`).then(
      () => {
        message.success(t('正在撤销', 'It is being undone'))
        void refetch()
      },
      (problem: unknown) => problem instanceof Problem && message.error(problem.message),
    )
  return (
    <section className="zk-list">
      <header className="zk-list-head">
        <h1>{title}</h1>
        {description?.me.roles.includes('administrator') ? (
          <Segmented
            aria-label={t('谁的操作', 'Whose operations')}
            value={whose}
            onChange={setWhose}
            options={[
              { value: 'mine', label: t('我的', 'Mine') },
              { value: 'all', label: t('所有人的', 'Everybody’s') },
            ]}
          />
        ) : null}
      </header>
      {!data ? (
        <Skeleton active />
      ) : items.length === 0 ? (
        <Quiet
          mark="○"
          title={t('还没有批量操作', 'No operations yet')}
          hint={t(
            '批量修改、导入和导出会出现在这里，可以查看结果和撤销。',
            'Bulk changes, imports and exports appear here, with their results and the way back.',
          )}
        />
      ) : (
        <WideTable label={title} isTall>
          <thead>
            <tr>
              <th>{t('时间', 'Time')}</th>
              {whose === 'all' ? <th>{t('谁', 'Who')}</th> : null}
              <th>{t('操作', 'Operation')}</th>
              <th>{t('对象', 'Record')}</th>
              <th>{t('状态', 'State')}</th>
              <th>{t('条数', 'Rows')}</th>
              <th>{t('未处理', 'Left out')}</th>
              <th aria-label={t('撤销', 'Undo')} />
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.id}>
                <td className="zk-number">{showInstant(item.at, companyZone)}</td>
                {whose === 'all' ? <td>{item.by.title}</td> : null}
                <td>{item.words}</td>
                <td>{say(description?.records.find((record) => record.name === item.record)?.words)}</td>
                <td>
                  <span className={`zk-state ${states[item.state][2]}`}>{t(states[item.state][0], states[item.state][1])}</span>
                </td>
                <td className="zk-number">{item.done.toLocaleString()}</td>
                <td>
                  {item.refused > 0 ? item.refused.toLocaleString() : ''}{' '}
                  <span className="zk-hint">{[...new Set(item.report.map((entry) => entry.words))].slice(0, 2).join(' ')}</span>
                </td>
                <td>
                  {item.canUndo ? (
                    <Button size="small" onClick={() => undo(item.id)}>
                      {t('撤销', 'Undo')}
                    </Button>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      )}
      {hasNextPage ? (
        <Button type="link" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('更早', 'Earlier')}
        </Button>
      ) : null}
    </section>
  )
}
