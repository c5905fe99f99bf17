import { App } from 'antd'
import type { FieldDescription } from '#engine/record/describe.ts'
import type { DraftKeeper } from './draft-keeper.ts'
import { useLanguage } from './language.tsx'

/** Closes a form whose draft is kept, and says so; asks first where something was typed that no draft may hold. */
export function useFormClose(draft: DraftKeeper, fields: readonly FieldDescription[], onClose: () => void): () => void {
  const { t, say } = useLanguage()
  const { message, modal } = App.useApp()
  return () => {
    const { isKept, left } = draft.settle()
    const close = () => {
      if (isKept) message.info(t('草稿已保留，再次打开时恢复', 'The draft is kept for the next time'))
      onClose()
    }
    if (left.length === 0) return close()
    const names = fields.filter((field) => left.includes(field.name)).map((field) => say(field.words))
    modal.confirm({
      title: t(`“${names.join('、')}”不留草稿`, `${names.join(', ')}: never kept in drafts`),
      content: t('现在关闭，下次需要重填。', 'Closed now, it has to be typed again.'),
      okText: t('关闭', 'Close'),
      cancelText: t('继续填写', 'Stay'),
      onOk: close,
    })
  }
}
