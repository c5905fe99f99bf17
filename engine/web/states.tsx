import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { RecordDescription } from '#engine/record/describe.ts'
import { Problem } from './api.ts'
import { useLanguage } from './language.tsx'

/** A page or a list with nothing in it: a mark, a sentence, what one can do. */
export function Quiet({ mark, title, hint, children }: { mark: string; title: string; hint?: string | undefined; children?: ReactNode }) {
  return (
    <div className="zk-quiet">
      <span className="zk-quiet-mark" aria-hidden>
        {mark}
      </span>
      <p className="zk-quiet-title">{title}</p>
      {hint ? <p className="zk-hint">{hint}</p> : null}
      <div className="zk-quiet-actions">{children}</div>
    </div>
  )
}

/** Nothing there: says what this is and what to do first. */
export function EmptyState({
  record,
  isFiltered,
  onNew,
  onImport,
  onClear,
}: {
  record: RecordDescription
  isFiltered: boolean
  onNew?: (() => void) | undefined
  onImport?: (() => void) | undefined
  onClear(): void
}) {
  const { t } = useLanguage()
  const zh = record.words.zh
  const en = record.plural.toLowerCase()
  if (isFiltered)
    return (
      <Quiet mark="⌕" title={t(`没有符合条件的${zh}`, `No ${en} meet the conditions`)}>
        <Button onClick={onClear}>{t('清除条件', 'Clear the conditions')}</Button>
      </Quiet>
    )
  if (!onNew)
    return (
      <Quiet
        mark="○"
        title={t(`没有您可以看到的${zh}`, `There are no ${en} that you may see`)}
        hint={t(`他人共享给您的${zh}会出现在这里。`, `${record.plural} that others share with you appear here.`)}
      />
    )
  return (
    <Quiet mark="＋" title={t(`还没有${zh}`, `No ${en} yet`)}>
      <Button type="primary" onClick={onNew}>
        {t(`新建${zh}`, `New ${record.words.en.toLowerCase()}`)}
      </Button>
      {onImport ? <Button onClick={onImport}>{t('从文件导入', 'Import a file')}</Button> : null}
    </Quiet>
  )
}

/** Something went wrong: says what, and what one can do. */
export function ProblemState({ problem, onRetry, back }: { problem: Error; onRetry?: () => void; back?: { to: string; label: string } }) {
  const { t } = useLanguage()
  const status = problem instanceof Problem ? problem.status : 500
  const isClosed = status === 404 || status === 403
  return (
    <Quiet
      mark={isClosed ? '∅' : '!'}
      title={problem instanceof Problem ? problem.message : t('出错了', 'Something went wrong')}
      hint={status === 404 ? t('它可能已被删除，或没有共享给您。', 'It may have been deleted, or it is not shared with you.') : undefined}
    >
      {onRetry && !isClosed ? <Button onClick={onRetry}>{t('重试', 'Try again')}</Button> : null}
      {back ? <Link to={back.to}>{back.label}</Link> : null}
    </Quiet>
  )
}
