import { UndoOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import type { RecordDescription } from '#engine/record/describe.ts'
import { api, Problem } from './api.ts'
import { useLanguage } from './language.tsx'
import { useRefresh } from './refresh.ts'

/** Says why something was refused, every field's fault with it. Whatever is no refusal is thrown on. */
export function useComplain(): (error: unknown) => void {
  const { message } = App.useApp()
  return (error) => {
    if (!(error instanceof Problem)) throw error
    message.error([error.message, ...Object.values(error.fields)].join(' '))
  }
}

/** Says what was done, with a way to take it back where it was an operation; `onUndone` hears when it was. */
export function useUndoOffer(): (operation: string | null, words: string, onUndone: () => void) => void {
  const { t } = useLanguage()
  const { message, notification } = App.useApp()
  const complain = useComplain()
  return (operation, words, onUndone) => {
    const takeBack = () =>
      api.post<{ refused: number; report: { words: string }[] }>(`/operations/${operation}/undo`).then(({ refused, report }) => {
        notification.destroy(operation!)
        if (refused > 0) message.warning(report[0]?.words ?? t('未能撤销', 'Not undone'))
        else message.success(t('已撤销', 'Undone'))
        onUndone()
      }, complain)
    notification.success({
      ...(operation ? { key: operation } : {}),
      title: words,
      actions: operation ? (
        <Button size="small" icon={<UndoOutlined aria-hidden />} onClick={() => void takeBack()}>
          {t('撤销', 'Undo')}
        </Button>
      ) : undefined,
    })
  }
}

/** The same for what was done to a record, whose pages are read anew. */
export function useUndo(record: RecordDescription): (operation: string, words: string) => void {
  const offer = useUndoOf()
  return (operation, words) => offer(record, operation, words)
}

/** The same where records of several types are on the screen. */
export function useUndoOf(): (record: RecordDescription, operation: string, words: string) => void {
  const offer = useUndoOffer()
  const refresh = useRefresh()
  return (record, operation, words) => offer(operation, words, () => refresh(record))
}
