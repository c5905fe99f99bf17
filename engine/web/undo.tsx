import { UndoOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import type { RecordDescription } from '#engine/record/describe.ts'
import { api, type Problem } from './api.ts'
import { useLanguage } from './language.tsx'
import { useRefresh } from './refresh.ts'

/** Says what was done to a record, with a way to take it back. */
export function useUndo(record: RecordDescription): (operation: string, words: string) => void {
  const offer = useUndoOf()
  return (operation, words) => offer(record, operation, words)
}

/** The same where records of several types are on the screen. */
export function useUndoOf(): (record: RecordDescription, operation: string, words: string) => void {
  const { t } = useLanguage()
  const { message, notification } = App.useApp()
  const refresh = useRefresh()
  return (record, operation, words) =>
    notification.success({
      key: operation,
      title: words,
      actions: (
        <Button
          size="small"
          icon={<UndoOutlined aria-hidden />}
          onClick={() =>
            void api.post(`/operations/${operation}/undo`).then(
              () => {
                notification.destroy(operation)
                message.success(t('已撤销', 'Undone'))
                refresh(record)
              },
              (problem: Problem) => message.error(problem.message),
            )
          }
        >
          {t('撤销', 'Undo')}
        </Button>
      ),
    })
}
