import { useQueryClient } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { PresentedComment } from '#engine/talk/comments.ts'
import { api, Problem } from './api.ts'
import { bodyOf, draftOf } from './comment-draft.ts'
import { CommentText } from './CommentText.tsx'
import { useLanguage } from './language.tsx'
import { MentionBox } from './MentionBox.tsx'

/** A comment in its place in the timeline; its author changes and removes it there. Whoever comes by a notice is led to it. */
export function TimelineComment({ comment }: { comment: PresentedComment }) {
  const { t } = useLanguage()
  const { message, notification } = App.useApp()
  const client = useQueryClient()
  const hash = useRouterState({ select: (state) => state.location.hash })
  const [isEditing, setEditing] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const isMeant = hash === `comment-${comment.id}`
  useEffect(() => {
    if (isMeant) place.current?.scrollIntoView({ block: 'center' })
  }, [isMeant])
  const renew = () => client.invalidateQueries({ queryKey: ['timeline'] })
  const say = (problem: unknown) => problem instanceof Problem && message.error(problem.message)
  const remove = () =>
    api.delete(`/comments/${comment.id}`).then(async () => {
      notification.success({
        title: t('评论已删除', 'The comment was removed'),
        actions: comment.can.edit ? (
          <Button size="small" onClick={() => void api.patch(`/comments/${comment.id}`, { body: comment.body }).then(renew, say)}>
            {t('撤销', 'Undo')}
          </Button>
        ) : undefined,
      })
      await renew()
    }, say)
  if (isEditing) return <Editor comment={comment} onClose={() => setEditing(false)} />
  return (
    <div ref={place} id={`comment-${comment.id}`} className={`zk-comment${isMeant ? ' zk-comment-meant' : ''}`}>
      <CommentText body={comment.body} />
      {comment.editedAt ? <span className="zk-hint zk-comment-edited">{t('已编辑', 'edited')}</span> : null}
      {comment.can.edit || comment.can.remove ? (
        <span className="zk-comment-actions">
          {comment.can.edit ? (
            <button type="button" onClick={() => setEditing(true)} aria-label={t('修改评论', 'Change the comment')}>
              {t('修改', 'Change')}
            </button>
          ) : null}
          {comment.can.remove ? (
            <button type="button" onClick={() => void remove()} aria-label={t('删除评论', 'Remove the comment')}>
              {t('删除', 'Remove')}
            </button>
          ) : null}
        </span>
      ) : null}
    </div>
  )
}

function Editor({ comment, onClose }: { comment: PresentedComment; onClose(): void }) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [draft, setDraft] = useState(() => draftOf(comment.body))
  const [isSaving, setSaving] = useState(false)
  async function save() {
    if (draft.text.trim() === '' || isSaving) return
    setSaving(true)
    try {
      await api.patch(`/comments/${comment.id}`, { body: bodyOf(draft) })
      await client.invalidateQueries({ queryKey: ['timeline'] })
      onClose()
    } catch (problem) {
      if (problem instanceof Problem) message.error(problem.message)
      setSaving(false)
    }
  }
  return (
    <div className="zk-comment-box zk-comment-begun">
      <MentionBox
        record={comment.record}
        id={comment.recordId}
        draft={draft}
        onChange={setDraft}
        onSend={() => void save()}
        onCancel={onClose}
        label={t('评论内容', 'Text of the comment')}
        autoFocus
      />
      <footer>
        <Button size="small" onClick={onClose}>
          {t('取消', 'Cancel')}
        </Button>
        <Button type="primary" size="small" loading={isSaving} disabled={draft.text.trim() === ''} onClick={() => void save()}>
          {t('保存', 'Save')}
        </Button>
      </footer>
    </div>
  )
}
