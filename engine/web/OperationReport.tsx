import { useQuery } from '@tanstack/react-query'
import { App, Button, Progress } from 'antd'
import { useState } from 'react'
import { api, Problem } from './api.ts'
import { useLanguage } from './language.tsx'

interface Operation {
  id: string
  state: 'running' | 'done' | 'stopped' | 'undone'
  total: number
  done: number
  refused: number
  report: { id?: string; words: string }[]
}

/** Progress and report of an operation, with its undo. */
export function OperationReport({ id, onClose, onChanged }: { id: string; onClose(): void; onChanged(): void }) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const [undo, setUndo] = useState<string | null>(null)
  const shown = undo ?? id
  const { data } = useQuery({
    queryKey: ['operation', shown],
    queryFn: () => api.get<Operation>(`/operations/${shown}`),
    refetchInterval: (query) => (query.state.data?.state === 'running' || !query.state.data ? 700 : false),
  })
  const isRunning = !data || data.state === 'running'
  const through = data ? Math.round(((data.done + data.refused) / Math.max(1, data.total)) * 100) : 0
  async function takeBack() {
    try {
      setUndo((await api.post<Operation>(`/operations/${id}/undo`)).id)
      onChanged()
    } catch (error) {
      if (error instanceof Problem) message.error(error.message)
    }
  }
  return (
    <div aria-live="polite">
      <Progress percent={isRunning ? Math.min(99, through) : 100} status={isRunning ? 'active' : 'success'} />
      <p>
        {undo
          ? t(`已撤销 ${data?.done ?? 0} 条`, `${data?.done ?? 0} undone`)
          : t(`已处理 ${(data?.done ?? 0).toLocaleString()} 条`, `${(data?.done ?? 0).toLocaleString()} done`)}
        {data && data.refused > 0 ? t(`，${data.refused} 条未处理`, `, ${data.refused} not`) : ''}
      </p>
      {data && data.report.length > 0 ? (
        <ul className="zk-hint">
          {[...new Set(data.report.map((entry) => entry.words))].slice(0, 6).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      ) : null}
      <div className="zk-form-end">
        {undo ? null : (
          <Button disabled={isRunning} onClick={() => void takeBack()}>
            {t('撤销', 'Undo')}
          </Button>
        )}
        <Button type="primary" onClick={onClose}>
          {isRunning ? t('在后台继续', 'Go on in the background') : t('完成', 'Done')}
        </Button>
      </div>
    </div>
  )
}
