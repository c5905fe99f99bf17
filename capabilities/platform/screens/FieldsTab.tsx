import { EllipsisOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Dropdown, Skeleton } from 'antd'
import { useState } from 'react'
import { customKinds, indexGives, type CustomKind } from '#engine/record/custom-fields.ts'
import type { RecordDescription } from '#engine/record/describe.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { useUndoable } from '#engine/web/undoable.tsx'
import { FieldEditor } from './FieldEditor.tsx'
import { FieldRights } from './FieldRights.tsx'
import { RetiredFields } from './RetiredFields.tsx'
import { RetireDialog } from './RetireDialog.tsx'
import { useCustomFields, useSetup, useSetupRefresh, type CustomFieldItem } from './setup-data.ts'

/** The fields that were added to a record type, what is known of each, and what can be done with it. */
export function FieldsTab({ record }: { record: RecordDescription }) {
  const { t, say } = useLanguage()
  const refresh = useSetupRefresh()
  const { act } = useUndoable(refresh)
  const { data: fields } = useCustomFields(record.name)
  const [edited, setEdited] = useState<CustomFieldItem | 'new' | null>(null)
  const [retired, setRetired] = useState<CustomFieldItem | null>(null)
  const [guarded, setGuarded] = useState<CustomFieldItem | null>(null)
  if (!fields) return <Skeleton active />
  const setIndex = (field: CustomFieldItem, isIndexed: boolean) =>
    act(
      'customField.edit',
      { on: field.id, input: { isIndexed } },
      isIndexed
        ? t('索引在后台建立，完成后自动可用', 'The index is built in the background and used as soon as it is there')
        : t('索引已去掉', 'The index is gone'),
      field.version,
    )
  const menuOf = (field: CustomFieldItem) => [
    { key: 'edit', label: t('编辑', 'Edit'), onClick: () => setEdited(field) },
    { key: 'rights', label: t('谁能看、谁能改', 'Who sees and changes it'), onClick: () => setGuarded(field) },
    ...(indexGives[field.kind as CustomKind] === 'nothing'
      ? []
      : field.indexState === 'failed'
        ? [
            {
              key: 'again',
              label: t('重建索引', 'Build the index again'),
              onClick: () =>
                void act('platform.rebuildIndex', { on: field.id }, t('正在重建索引', 'The index is being built again'), field.version),
            },
            { key: 'drop', label: t('去掉索引', 'Drop the index'), onClick: () => void setIndex(field, false) },
          ]
        : [
            field.isIndexed
              ? { key: 'drop', label: t('去掉索引', 'Drop the index'), onClick: () => void setIndex(field, false) }
              : { key: 'index', label: t('建立索引', 'Build an index'), onClick: () => void setIndex(field, true) },
          ]),
    { type: 'divider' as const },
    { key: 'retire', danger: true, label: t('停用…', 'Retire …'), onClick: () => setRetired(field) },
  ]
  return (
    <>
      <header className="zk-setup-part">
        <h2>{t('自定义字段', 'Custom fields')}</h2>
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setEdited('new')}>
          {t('新建字段', 'New field')}
        </Button>
      </header>
      {fields.length === 0 ? (
        <p className="zk-hint">
          {t(
            `系统自带的字段不够用时，在这里添加；新字段立即出现在${record.words.zh}的表单、列表、筛选、导入和接口中。`,
            `Where the fields that come with the product are not enough, add your own: they stand at once in forms, lists, filters, import and interface.`,
          )}
        </p>
      ) : (
        <ul className="zk-setup-rows" aria-label={t('自定义字段', 'Custom fields')}>
          {fields.map((field) => (
            <li key={field.id}>
              <button type="button" className="zk-setup-name" onClick={() => setEdited(field)}>
                {say(field.label)}
                <small className="zk-faint"> {field.name}</small>
              </button>
              <span className="zk-setup-about">
                <span>{say(customKinds[field.kind as CustomKind])}</span>
                {field.isRequired ? <span>{t('必填', 'Required')}</span> : null}
                {field.isGuarded ? <span>{t('受保护', 'Guarded')}</span> : null}
                <IndexState field={field} />
              </span>
              <Dropdown trigger={['click']} menu={{ items: menuOf(field) }} placement="bottomRight">
                <Button
                  type="text"
                  size="small"
                  icon={<EllipsisOutlined aria-hidden />}
                  aria-label={t(`“${field.label.zh}”可以做什么`, `What can be done with ${say(field.label)}`)}
                />
              </Dropdown>
            </li>
          ))}
        </ul>
      )}
      <RetiredFields record={record} />
      <DeclaredFields record={record} />
      {edited ? (
        <FieldEditor
          record={record}
          field={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(null)}
          onDone={() => {
            setEdited(null)
            refresh()
          }}
        />
      ) : null}
      {retired ? <RetireDialog field={retired} onClose={() => setRetired(null)} /> : null}
      {guarded ? <FieldRights field={guarded} onClose={() => setGuarded(null)} /> : null}
    </>
  )
}

function IndexState({ field }: { field: CustomFieldItem }) {
  const { t } = useLanguage()
  switch (field.indexState) {
    case 'building':
      return <span className="zk-state zk-waiting">{t('正在建索引', 'Index being built')}</span>
    case 'ready':
      return <span className="zk-state zk-good">{t('有索引', 'Indexed')}</span>
    case 'failed':
      return (
        <span className="zk-state zk-bad" title={field.indexFault ?? undefined}>
          {t('索引失败', 'Index failed')}
        </span>
      )
    default:
      return null
  }
}

/** The fields that come with the product, for reference: names are what interface and import call them. */
function DeclaredFields({ record }: { record: RecordDescription }) {
  const { t, say } = useLanguage()
  const { data } = useSetup(record.name)
  const own = (data?.fields ?? []).filter((field) => !field.custom && !field.system)
  return (
    <details className="zk-setup-more">
      <summary>{t(`系统字段（${own.length}）`, `Fields of the product (${own.length})`)}</summary>
      <ul className="zk-setup-plain">
        {own.map((field) => (
          <li key={field.name}>
            {say(field.words)} <small className="zk-faint">{field.name}</small>
          </li>
        ))}
      </ul>
    </details>
  )
}
