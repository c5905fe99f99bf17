import { Button, Empty, Result } from 'antd'
import type { RecordDescription } from '#engine/record/describe.ts'
import { Problem } from './api.ts'
import { useLanguage } from './language.tsx'

/** Nothing there: says what this is and what to do first. */
export function EmptyState({
  record,
  isFiltered,
  onNew,
  onClear,
}: {
  record: RecordDescription
  isFiltered: boolean
  onNew?: (() => void) | undefined
  onClear(): void
}) {
  const { t } = useLanguage()
  const zh = record.words.zh
  const en = record.plural.toLowerCase()
  return (
    <Empty
      className="zk-empty"
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={
        isFiltered
          ? t(`没有符合条件的${zh}`, `No ${en} meet the conditions`)
          : t(`还没有${zh},或没有您可以看到的${zh}`, `No ${en} yet, or none that you may see`)
      }
    >
      {isFiltered ? (
        <Button onClick={onClear}>{t('清除条件', 'Clear the conditions')}</Button>
      ) : onNew ? (
        <Button type="primary" onClick={onNew}>
          {t(`新建${zh}`, `New ${record.words.en.toLowerCase()}`)}
        </Button>
      ) : null}
    </Empty>
  )
}

/** Something went wrong: says what, and what one can do. */
export function ProblemState({ problem, onRetry }: { problem: Error; onRetry?: () => void }) {
  const { t } = useLanguage()
  const status = problem instanceof Problem ? problem.status : 500
  return (
    <Result
      status={status === 404 ? '404' : status === 403 ? '403' : 'warning'}
      title={problem instanceof Problem ? problem.message : t('出错了', 'Something went wrong')}
      extra={onRetry && status !== 404 && status !== 403 ? <Button onClick={onRetry}>{t('重试', 'Try again')}</Button> : null}
    />
  )
}
