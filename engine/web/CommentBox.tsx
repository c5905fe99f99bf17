import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useRef, useState } from 'react'
import type { PresentedComment } from '#engine/talk/comments.ts'
import { api, newKey, Problem } from './api.ts'
import { bodyOf, emptyDraft, type Draft } from './comment-draft.ts'
import { useDescription } from './description.ts'
import { useLanguage } from './language.tsx'
import { MentionBox } from './MentionBox.tsx'
import type { PanelProps } from './screens.ts'

/** What was begun and not sent stays on this machine, for whoever began it. */
function useDraft(place: string): [Draft, (draft: Draft) => void] {
  const [draft, setDraft] = useState<Draft>(() => {
    try {
      const kept = JSON.parse(localStorage.getItem(place) ?? 'null') as Partial<Draft> | null
      return typeof kept?.text === 'string' ? { text: kept.text, names: kept.names ?? {} } : emptyDraft
    } catch {
      return emptyDraft
    }
  })
  return [
    draft,
    (next) => {
      setDraft(next)
      if (next.text.trim() === '') localStorage.removeItem(place)
      else localStorage.setItem(place, JSON.stringify(next))
    },
  ]
}

/** Says something on a record. */
export function CommentBox({ record, item }: PanelProps) {
  const { data } = useDescription()
  if (!data) return null
  const place = `zhike.draft.${data.me.id}.${record.name}.${item.id}`
  return <OpenBox key={place} record={record.name} id={item.id} place={place} />
}

function OpenBox({ record, id, place }: { record: string; id: string; place: string }) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [draft, setDraft] = useDraft(place)
  const [isSending, setSending] = useState(false)
  // The same draft sent again after a lost answer is the same comment.
  const key = useRef<string>(undefined)
  const isEmpty = draft.text.trim() === ''
  async function send() {
    if (isEmpty || isSending) return
    setSending(true)
    try {
      key.current ??= newKey()
      const said = await api.post<PresentedComment & { notTold: { title: string }[] }>(
        `/records/${record}/${id}/comments`,
        { body: bodyOf(draft) },
        { key: key.current },
      )
      setDraft(emptyDraft)
      const names = said.notTold.map((user) => user.title)
      if (names.length > 0)
        message.warning(
          t(`${names.join('、')} 不能查看此记录，不会收到通知`, `${names.join(', ')} may not see this record and is not told`),
        )
    } catch (problem) {
      if (problem instanceof Problem) message.error(problem.message)
      // What never arrived is sent as it is; what was refused will be changed first.
      if (problem instanceof Problem && problem.status === 0) return
    } finally {
      setSending(false)
    }
    key.current = undefined
    void client.invalidateQueries({ queryKey: ['timeline'] })
    void client.invalidateQueries({ queryKey: ['followers', record, id] })
  }
  return (
    <form
      className={`zk-comment-box${isEmpty ? '' : ' zk-comment-begun'}`}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <MentionBox
        record={record}
        id={id}
        draft={draft}
        onChange={setDraft}
        onSend={() => void send()}
        label={t('写评论', 'Write a comment')}
        placeholder={t('写评论，@ 提醒同事', 'Write a comment; @ names a colleague')}
      />
      <footer>
        <span className="zk-hint">{t('Ctrl+Enter 发送', 'Ctrl+Enter sends')}</span>
        <Button type="primary" size="small" htmlType="submit" disabled={isEmpty} loading={isSending}>
          {t('发送', 'Send')}
        </Button>
      </footer>
    </form>
  )
}
