import { UndoOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { api, Problem } from './api.ts'
import { useLanguage } from './language.tsx'

/** Does things and offers to take them back; what is refused is said. */
export function useUndoable(onChanged: () => void) {
  const { t } = useLanguage()
  const { message, notification } = App.useApp()
  const complain = (error: unknown) => {
    if (!(error instanceof Problem)) throw error
    message.error([error.message, ...Object.values(error.fields)].join(' '))
  }
  const takeBack = (operation: string) =>
    api.post<{ refused: number; report: { words: string }[] }>(`/operations/${operation}/undo`).then((answer) => {
      notification.destroy(operation)
      if (answer.refused > 0) message.warning(answer.report[0]?.words ?? t('未能撤销', 'Not undone'))
      else message.success(t('已撤销', 'Undone'))
      onChanged()
    }, complain)
  const offer = (operation: string | null, words: string) =>
    notification.success({
      ...(operation ? { key: operation } : {}),
      title: words,
      actions: operation ? (
        <Button size="small" icon={<UndoOutlined aria-hidden />} onClick={() => void takeBack(operation)}>
          {t('撤销', 'Undo')}
        </Button>
      ) : undefined,
    })
  return {
    offer,
    complain,
    /** Performs an action; whether it was done. */
    async act(name: string, body: { on?: string; input?: Record<string, unknown> }, words: string, version?: number): Promise<boolean> {
      try {
        const answer = await api.post<{ operation: string | null }>(`/actions/${name}`, body, version === undefined ? {} : { version })
        offer(answer.operation, words)
        onChanged()
        return true
      } catch (error) {
        complain(error)
        return false
      }
    },
  }
}
