import { Checkbox, Form, Input, Modal, Radio, Button } from 'antd'
import { useState } from 'react'
import type { RecordDescription } from '#engine/record/describe.ts'
import { words } from '#engine/text/words.ts'
import { api, type Problem } from './api.ts'
import { bare } from './bare.ts'
import { useDescription } from './description.ts'
import { useLanguage } from './language.tsx'
import { LinkPicker } from './LinkPicker.tsx'
import type { keptOf, StoredView } from './list-state.ts'

interface Named {
  name: string
  shown: StoredView['shown']
  roles: StoredView['roles']
  isDefault: boolean
}

/** Names a view and says whom it is for. Only administrators set views for roles, or what others find first. */
export function NameView({
  record,
  view,
  kept,
  onClose,
  onDone,
}: {
  record: RecordDescription
  /** Absent for a new one. */
  view: StoredView | undefined
  kept: ReturnType<typeof keptOf>
  onClose(): void
  onDone(id: string): Promise<void>
}) {
  const { t } = useLanguage()
  const { data } = useDescription()
  const [fault, setFault] = useState<string | null>(null)
  const [form] = Form.useForm<Named>()
  const shown = Form.useWatch('shown', form) ?? view?.shown ?? 'me'
  const isAdministrator = data?.me.roles.includes('administrator') ?? false
  const save = ({ name, roles, isDefault, ...values }: Named) => {
    const named = {
      ...values,
      name: name.trim(),
      roles: values.shown === 'roles' ? bare(roles ?? []) : [],
      isDefault: (isDefault ?? false) && (values.shown === 'me' || isAdministrator),
    }
    const done = view
      ? api.patch<StoredView>(`/records/view/${view.id}`, named, { version: view.version })
      : api.post<StoredView>('/records/view', { ...kept, ...named, record: record.name })
    void done.then(
      (saved) => onDone(saved.id),
      (error: Problem) => setFault(error.message),
    )
  }
  return (
    <Modal
      open
      title={view ? t('改名与共享', 'Name and sharing') : t('存为视图', 'Save as a view')}
      onCancel={onClose}
      footer={null}
      destroyOnHidden
      width={420}
    >
      <Form<Named>
        form={form}
        layout="vertical"
        initialValues={{
          name: view?.name ?? '',
          shown: view?.shown ?? 'me',
          roles: view?.roles ?? [],
          isDefault: view?.isDefault ?? false,
        }}
        onFinish={save}
      >
        <Form.Item
          name="name"
          label={t('名称', 'Name')}
          rules={[{ required: true, whitespace: true, message: t('此项必填', 'This is required') }]}
          {...(fault ? { help: fault, validateStatus: 'error' as const } : {})}
        >
          <Input autoFocus maxLength={60} />
        </Form.Item>
        <Form.Item name="shown" label={t('谁能看到', 'Shown to')}>
          <Radio.Group
            options={[
              { value: 'me', label: t('仅自己', 'Only me') },
              { value: 'everyone', label: t('所有人', 'Everyone') },
              ...(isAdministrator || view?.shown === 'roles' ? [{ value: 'roles', label: t('指定角色', 'Some roles') }] : []),
            ]}
          />
        </Form.Item>
        {shown === 'roles' ? (
          <Form.Item name="roles" label={t('角色', 'Roles')} rules={[{ required: true, message: t('此项必填', 'This is required') }]}>
            <RolesPicker />
          </Form.Item>
        ) : null}
        {shown === 'me' || isAdministrator ? (
          <Form.Item name="isDefault" valuePropName="checked">
            <Checkbox>
              {shown === 'me'
                ? t('我打开列表时先显示它', 'My list opens with it')
                : t('他们打开列表时先显示它', 'Their lists open with it')}
            </Checkbox>
          </Form.Item>
        ) : null}
        <p className="zk-hint">
          {t(
            '视图只保存筛选、排序和列；每个人看到的仍是自己有权看的记录。',
            'A view keeps filter, order and columns; everybody still sees only what he may see.',
          )}
        </p>
        <div className="zk-form-end">
          <Button onClick={onClose}>{t('取消', 'Cancel')}</Button>
          <Button type="primary" htmlType="submit">
            {t('保存', 'Save')}
          </Button>
        </div>
      </Form>
    </Modal>
  )
}

/** The form hands it `id`, `value` and `onChange`. */
function RolesPicker({ id = 'roles', value, onChange }: { id?: string; value?: unknown; onChange?: (value: unknown) => void }) {
  return (
    <LinkPicker
      id={id}
      field={{ name: id, kind: 'links', words: words('角色', 'Roles'), to: 'role' }}
      value={value ?? []}
      onChange={(next) => onChange?.(next)}
      isMany
    />
  )
}
