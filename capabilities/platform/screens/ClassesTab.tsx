import { Select, Skeleton } from 'antd'
import type { RecordDescription } from '#engine/record/describe.ts'
import { isAsSecret, secrecyClasses, secrecyWords, type Secrecy } from '#engine/record/secrecy.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { useUndoable } from '#engine/web/undoable.tsx'
import { WideTable } from '#engine/web/WideTable.tsx'
import { ClassRules } from './ClassRules.tsx'
import { useFieldClasses, useRoles, useSetup, useSetupRefresh, type ClassState, type RoleItem } from './setup-data.ts'

const reaches = (role: RoleItem, record: string): boolean =>
  role.grants.some(
    (grant) => [record, '*'].includes(grant.record) && [grant.card, grant.full, grant.edit].some((scope) => scope !== 'none'),
  )

/** How secret each field of a record type is, and what every role reads of it: in full, masked, or not at all. */
export function ClassesTab({ record }: { record: RecordDescription }) {
  const { t, say } = useLanguage()
  const { data } = useSetup(record.name)
  const { data: stored } = useFieldClasses(record.name)
  const { data: roles } = useRoles()
  const { act } = useUndoable(useSetupRefresh())
  if (!data || !stored || !roles) return <Skeleton active />
  if (data.classes.length === 0)
    return <p className="zk-hint">{t('权限由这种对象决定，它没有密级。', 'Rights are made of these records: they have no classes.')}</p>
  const meant = roles.filter((role) => reaches(role, record.name))
  const save = (state: ClassState, secrecy: Secrecy) => {
    const own = stored.find((row) => row.field === state.field)
    const done = t(
      `“${say(state.words)}”现在是“${say(secrecyWords[secrecy])}”`,
      `"${say(state.words)}" is ${say(secrecyWords[secrecy]).toLowerCase()} now`,
    )
    if (own && secrecy === state.declared) return act('fieldClass.recycle', { on: own.id }, done, own.version)
    if (own) return act('fieldClass.edit', { on: own.id, input: { secrecy } }, done, own.version)
    return act('fieldClass.create', { input: { record: record.name, field: state.field, secrecy } }, done)
  }
  return (
    <>
      <header className="zk-setup-part">
        <h2>{t('字段密级', 'Classes of fields')}</h2>
      </header>
      <p className="zk-hint">
        {t(
          '每个角色写明可看到哪一级；更高的字段脱敏，不能脱敏的不显示，也不能按它筛选、排序和搜索。表中只说密级：角色的权限范围和字段权限可能更严。',
          'A role says up to which class it reads. What is above is masked or, where it cannot be, left out, and not filtered, sorted or searched by. The table tells of classes alone: the scopes and field rights of a role may be stricter.',
        )}
      </p>
      <WideTable label={t('字段、密级和角色', 'Fields, classes and roles')}>
        <thead>
          <tr>
            <th scope="col">{t('字段', 'Field')}</th>
            <th scope="col">{t('密级', 'Class')}</th>
            {meant.map((role) => (
              <th key={role.id} scope="col">
                <a href={`/role/${role.id}`}>{say(role.name)}</a>
                <small className="zk-class-cleared">{say(secrecyWords[role.clearance])}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.classes.map((state) => (
            <tr key={state.field}>
              <th scope="row">{say(state.words)}</th>
              <td>
                <Select
                  size="small"
                  value={state.secrecy}
                  onChange={(secrecy: Secrecy) => void save(state, secrecy)}
                  options={secrecyClasses.map((value) => ({ value, label: say(secrecyWords[value]) }))}
                  aria-label={t(`${state.words.zh}的密级`, `Class of ${state.words.en.toLowerCase()}`)}
                  className={state.secrecy === state.declared ? 'zk-class-pick' : 'zk-class-pick zk-class-changed'}
                />
              </td>
              {meant.map((role) => (
                <td key={role.id}>
                  <Reading state={state} role={role} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </WideTable>
      <ClassRules record={record} />
    </>
  )
}

/** What the class of a field does to a role. */
function Reading({ state, role }: { state: ClassState; role: RoleItem }) {
  const { t } = useLanguage()
  if (isAsSecret(role.clearance, state.secrecy)) return <>{t('不限', 'Open')}</>
  return (
    <span className="zk-class-closed">
      {state.isMaskable ? t('脱敏', 'Masked') : t('不显示', 'Left out')}
      {role.clearsOwn ? <small>{t('本人负责的不限', 'own open')}</small> : null}
    </span>
  )
}
