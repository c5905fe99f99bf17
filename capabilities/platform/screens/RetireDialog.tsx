import { useQuery } from '@tanstack/react-query'
import { Button, Modal, Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import { api } from '#engine/web/api.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { useUndoable } from '#engine/web/undoable.tsx'
import { useSetupRefresh, type CustomFieldItem } from './setup-data.ts'

/** Says how many records hold a value of a field, counted in the background, before it is taken out of use. */
export function RetireDialog({ field, onClose }: { field: CustomFieldItem; onClose(): void }) {
  const { t, say } = useLanguage()
  const { act, complain } = useUndoable(useSetupRefresh())
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    api.post('/actions/platform.countField', { on: field.id }, { version: field.version }).then(
      () => setAsked(true),
      (problem) => {
        complain(problem)
        onClose()
      },
    )
    // Asked once, when the dialog opens.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [field.id])
  const { data } = useQuery({
    queryKey: ['setup', 'count', field.id],
    queryFn: ({ signal }) => api.get<CustomFieldItem>(`/records/customField/${field.id}`, { signal }),
    enabled: asked,
    gcTime: 0,
    refetchInterval: (query) => (query.state.data && query.state.data.countedAt !== field.countedAt ? false : 400),
  })
  const isCounted = data !== undefined && data.countedAt !== field.countedAt
  const name = say(field.label)
  return (
    <Modal open title={t(`停用“${name}”`, `Retire "${name}"`)} onCancel={onClose} footer={null} destroyOnHidden width={460}>
      <div aria-live="polite">
        {isCounted ? (
          <p>
            {data.usedBy === 0
              ? t('没有记录填过这个字段。', 'No record holds a value of it.')
              : t(
                  `有 ${data.usedBy!.toLocaleString()} 条记录填了这个字段。`,
                  `${data.usedBy!.toLocaleString()} records hold a value of it.`,
                )}
          </p>
        ) : (
          <Skeleton active title={false} paragraph={{ rows: 1, width: '60%' }} />
        )}
      </div>
      <p className="zk-hint">
        {t(
          '停用后，表单、列表、筛选、导入和接口中都不再出现；已填的值保留，字段名继续为它保留，随时可以恢复。',
          'Retired, it is gone from forms, lists, filters, import and interface. Its values are kept, its name is held for it, and it can be restored at any time.',
        )}
      </p>
      <div className="zk-form-end">
        <Button onClick={onClose}>{t('取消', 'Cancel')}</Button>
        <Button
          type="primary"
          danger
          onClick={() =>
            void act('customField.recycle', { on: field.id }, t(`“${name}”已停用`, `"${name}" is retired`), field.version).then(
              (isDone) => isDone && onClose(),
            )
          }
        >
          {t('停用字段', 'Retire the field')}
        </Button>
      </div>
    </Modal>
  )
}
