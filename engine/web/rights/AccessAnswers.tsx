import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { Answer, Explanation } from '#engine/access/explain.ts'
import { api } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { ProblemState } from '../states.tsx'
import { HoldsMark, ReasonTree } from './ReasonTree.tsx'

/** What one user may do with a record or with one of its fields, and why: a line to each right, its reasons folded beneath. */
export function AccessAnswers({
  record,
  id,
  user,
  field,
  action,
}: {
  record: string
  id: string
  user: string
  field?: string | undefined
  action?: string | undefined
}) {
  const { t, locale } = useLanguage()
  const { data, error, refetch } = useQuery({
    queryKey: ['access', record, id, user, field, action, locale],
    queryFn: ({ signal }) => api.get<Explanation>(`/records/${record}/${id}/access`, { query: { user, field, action }, signal }),
    retry: false,
  })
  if (error) return <ProblemState problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton active paragraph={{ rows: 4 }} />
  if (!data.user.isActive) return <p>{t('这个用户已停用，什么也看不到。', 'This user is switched off and sees nothing.')}</p>
  return (
    <>
      {data.closed ? <p className="zk-is-bad">{data.closed}</p> : null}
      <ul className="zk-answers">
        {data.answers.map((answer) => (
          <AnswerLine key={answer.key} answer={answer} />
        ))}
      </ul>
    </>
  )
}

function AnswerLine({ answer }: { answer: Answer }) {
  const { t } = useLanguage()
  return (
    <li>
      <HoldsMark holds={answer.holds} />
      <div>
        <strong>{answer.words}</strong>
        {answer.because ? <span> — {answer.because}</span> : null}
        {!answer.holds && answer.remedies.length > 0 ? (
          <p className="zk-hint">
            {t('可以，如果：', 'It would be so if: ')}
            {answer.remedies.join(t('；或者', '; or '))}
          </p>
        ) : null}
        {!answer.holds && answer.remedies.length === 0 && !answer.because ? (
          <p className="zk-hint">{t('要由角色授予，或被共享。', 'A role would have to grant it, or somebody share it.')}</p>
        ) : null}
        <details>
          <summary>{t('全部依据', 'All the reasons')}</summary>
          <ReasonTree reasons={[answer.reason]} />
        </details>
      </div>
    </li>
  )
}
