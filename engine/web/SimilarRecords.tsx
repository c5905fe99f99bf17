import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Item } from '#engine/access/present.ts'
import type { Similar } from '#engine/match/find-similar.ts'
import type { RecordDescription } from '#engine/record/describe.ts'
import { api } from './api.ts'
import { useLanguage } from './language.tsx'
import { titleOf } from './LinkText.tsx'
import { useSettled } from './settled.ts'

interface Answer {
  items: Similar[]
  hidden: boolean
}

/** What is there already and may be the same as what is being typed: with the reasons, before a second file is opened on one customer. */
export function SimilarWhileTyping({ record, values }: { record: RecordDescription; values: Readonly<Record<string, unknown>> }) {
  const { t } = useLanguage()
  const typed = useSettled(
    JSON.stringify(Object.entries(values).filter(([, value]) => typeof value === 'string' || typeof value === 'number')),
    300,
  )
  const given = Object.fromEntries(JSON.parse(typed) as [string, unknown][])
  const title = given[record.title]
  const { data } = useQuery({
    queryKey: ['similar', record.name, 'typed', typed],
    queryFn: ({ signal }) => api.post<Answer>(`/records/${record.name}/similar`, { values: given }, { signal }),
    enabled: typeof title === 'string' && title.trim().length >= 2,
    placeholderData: (before) => before,
    retry: false,
  })
  if (!data || (data.items.length === 0 && !data.hidden)) return null
  return (
    <aside className="zk-similar" role="status">
      <b>{t('可能已经有了', 'Perhaps it is there already')}</b>
      <SimilarList record={record} answer={data} inNewTab />
    </aside>
  )
}

/** Beside a record: others that may be the same, to be put side by side. */
export function SimilarPanel({ record, item }: { record: RecordDescription; item: Item }) {
  const { t } = useLanguage()
  const { data } = useQuery({
    queryKey: ['related', record.name, 'similar', item.id],
    queryFn: ({ signal }) => api.get<Answer>(`/records/${record.name}/${item.id}/similar`, { signal }),
    retry: false,
  })
  if (!data || (data.items.length === 0 && !data.hidden)) return null
  return (
    <section className="zk-related zk-similar-panel">
      <header>
        <h2>{t('疑似重复', 'Perhaps the same')}</h2>
      </header>
      <SimilarList record={record} answer={data} of={item.id} />
    </section>
  )
}

function SimilarList({
  record,
  answer,
  of,
  inNewTab = false,
}: {
  record: RecordDescription
  answer: Answer
  of?: string
  inNewTab?: boolean
}) {
  const { t, say } = useLanguage()
  return (
    <ul>
      {answer.items.map(({ item, score, decision, reasons, held }) => (
        <li key={item.id}>
          <div className="zk-similar-name">
            <Link to="/$record/$id" params={{ record: record.name, id: item.id }} {...(inNewTab ? { target: '_blank' } : {})}>
              {titleOf(item, record, say)}
            </Link>
            <span className={decision === 'same' ? 'zk-state zk-bad' : 'zk-state zk-warn'} title={t('相似度', 'Likeness')}>
              {Math.floor(score * 100)}%
            </span>
            {of && record.can.merge && item.can.edit ? (
              <Link to="/merge/$record/$id/$other" params={{ record: record.name, id: of, other: item.id }}>
                {t('对比合并', 'Compare')}
              </Link>
            ) : null}
          </div>
          <div className="zk-similar-why">
            {reasons.map(({ words, isAgainst }) => (
              <span key={words.en} className={isAgainst ? 'zk-against' : undefined}>
                {isAgainst ? '− ' : '+ '}
                {say(words)}
              </span>
            ))}
          </div>
          {held ? <div className="zk-hint">{say(held)}</div> : null}
        </li>
      ))}
      {answer.hidden ? (
        <li className="zk-hint">
          {t('另有一条相同的记录您无权查看，可询问上级。', 'Another that is the same is not open to you; ask your supervisor.')}
        </li>
      ) : null}
    </ul>
  )
}
