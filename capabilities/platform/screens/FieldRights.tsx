import { Modal, Select, Skeleton } from 'antd'
import { api } from '#engine/web/api.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { useUndoable } from '#engine/web/undoable.tsx'
import { useRoles, useSetupRefresh, type CustomFieldItem, type FieldRightRow } from './setup-data.ts'

/** Who sees and changes a field, role by role. What is set here stands in the role, where it can be narrowed further. */
export function FieldRights({ field, onClose }: { field: CustomFieldItem; onClose(): void }) {
  const { t, say } = useLanguage()
  const refresh = useSetupRefresh()
  const { act } = useUndoable(refresh)
  const { data: roles } = useRoles()
  const isMine = (right: FieldRightRow) => right.record === field.record && right.field === field.name
  const options = [
    { value: '', label: t('随记录的权限', 'As the record') },
    { value: 'hidden', label: t('看不到', 'Hidden') },
    { value: 'masked', label: t('看到遮住的', 'Masked') },
    { value: 'view', label: t('可看，不可改', 'Seen, not changed') },
    { value: 'edit', label: t('可看可改', 'Seen and changed') },
  ]
  const set = async (role: NonNullable<typeof roles>[number], level: string) => {
    // The role as it is now: somebody else may have changed it since it was shown.
    const now = await api.get<{ version: number; fieldRights: FieldRightRow[] }>(`/records/role/${role.id}`)
    const others = now.fieldRights.filter((right) => !isMine(right))
    const own = level ? [{ record: field.record, field: field.name, level, within: 'all' }] : []
    await act('role.edit', { on: role.id, input: { fieldRights: [...others, ...own] } }, t('权限已更新', 'Rights changed'), now.version)
  }
  return (
    <Modal
      open
      title={t(`谁能看“${say(field.label)}”`, `Who sees "${say(field.label)}"`)}
      onCancel={onClose}
      footer={null}
      destroyOnHidden
      width={480}
    >
      {roles ? (
        <ul className="zk-setup-rows">
          {roles.map((role) => {
            const own = role.fieldRights.filter(isMine)
            const label = say(role.name)
            return (
              <li key={role.id}>
                <span className="zk-setup-name">{label}</span>
                {own.length > 1 || (own[0] && own[0].within !== 'all') ? (
                  <span className="zk-faint">{t('按范围设置，见角色', 'Set by scope, see the role')}</span>
                ) : (
                  <Select
                    value={own[0]?.level ?? ''}
                    onChange={(level: string) => void set(role, level)}
                    options={options}
                    aria-label={label}
                    className="zk-setup-level"
                  />
                )}
              </li>
            )
          })}
        </ul>
      ) : (
        <Skeleton active />
      )}
      <p className="zk-hint">
        {t('一个人有几个角色时，其中一个允许就允许。', 'Of somebody with several roles, one that allows it is enough.')}
      </p>
    </Modal>
  )
}
