import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import type { Item } from '#engine/access/present.ts'
import { secrecyWords, type Secrecy } from '#engine/record/secrecy.ts'
import type { RecordDescription } from '#engine/record/describe.ts'
import type { Words } from '#engine/text/words.ts'
import { api, newKey, Problem } from '#engine/web/api.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { useWeighed } from '#engine/web/rights/weighed.tsx'
import { builtInRoles } from '../rules/built-in-roles.ts'
import { differencesOf, sameFieldRights, wholeGrant, type GrantRow } from '../rules/role-differences.ts'
import { GrantTable } from './GrantTable.tsx'
import { RoleFieldRights } from './RoleFieldRights.tsx'
import type { FieldRightRow } from './setup-data.ts'

export interface RoleRow extends Item {
  code: string
  name: Words
  note: string | null
  grants: Partial<GrantRow>[]
  fieldRights: FieldRightRow[]
  clearance: Secrecy
  clearsOwn: boolean
}

/** In how many places a role is not as it was shipped; null for one that an administrator has made. */
export function changesOf({ code, grants, fieldRights, clearance, clearsOwn }: RoleRow): number | null {
  const shipped = builtInRoles.find((entry) => entry.code === code)
  if (!shipped) return null
  const fields = sameFieldRights(fieldRights as never, shipped.fieldRights ?? []) ? 0 : 1
  const classes = clearance === shipped.clearance && Boolean(clearsOwn) === Boolean(shipped.clearsOwn) ? 0 : 1
  return differencesOf(grants, shipped.grants).length + fields + classes
}

/** One role at a glance: what it grants, which fields it limits, up to which class it reads, who has it. It is changed where it stands. */
export function RoleSheet({ role, record, onChanged }: { role: RoleRow; record: RecordDescription; onChanged(): void }) {
  const { t, say } = useLanguage()
  const { message } = App.useApp()
  const [draft, setDraft] = useState<{ grants: GrantRow[]; fieldRights: FieldRightRow[] } | null>(null)
  const [isBusy, setBusy] = useState(false)
  const { write, dialog } = useWeighed(record, role.id)
  const shipped = builtInRoles.find((entry) => entry.code === role.code)
  const grants = draft?.grants ?? role.grants.map(wholeGrant)
  const rights = draft?.fieldRights ?? role.fieldRights
  const differences = shipped ? differencesOf(grants, shipped.grants) : []
  const changes = changesOf(role)
  async function save() {
    setBusy(true)
    try {
      const plain = draft!.grants.map((grant) => ({
        ...grant,
        departments: grant.departments.map((entry) => (typeof entry === 'object' ? (entry as { id: string }).id : entry)),
      }))
      await write?.({ grants: plain, fieldRights: draft!.fieldRights }, { version: role.version, key: newKey() })
      setDraft(null)
      onChanged()
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
      if (problem.code !== 'kept') message.error([problem.message, ...Object.values(problem.fields)].join(' '))
    } finally {
      setBusy(false)
    }
  }
  return (
    <article className="zk-role">
      <header className="zk-role-head">
        <div>
          <h2>{say(role.name)}</h2>
          <p className="zk-hint">
            {[
              role.note ?? '',
              t(`可看到“${secrecyWords[role.clearance].zh}”级`, `cleared up to ${secrecyWords[role.clearance].en.toLowerCase()}`),
              role.clearsOwn ? t('本人负责的不受密级限制', 'own records whatever their class') : '',
              changes === null
                ? t('自建角色', 'made here')
                : changes === 0
                  ? t('与出厂相同', 'as shipped')
                  : t(`与出厂有 ${changes} 处不同`, `${changes} differences from the shipped role`),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        <div className="zk-role-buttons">
          {draft ? (
            <>
              {shipped ? (
                <Button
                  onClick={() =>
                    setDraft({ grants: shipped.grants.map(wholeGrant), fieldRights: [...(shipped.fieldRights ?? [])] as FieldRightRow[] })
                  }
                >
                  {t('改回出厂', 'As shipped')}
                </Button>
              ) : null}
              <Button onClick={() => setDraft(null)}>{t('取消', 'Cancel')}</Button>
              <Button type="primary" loading={isBusy} onClick={() => void save()}>
                {t('看影响并保存', 'Weigh and save')}
              </Button>
            </>
          ) : (
            <>
              <Link to="/$record/$id" params={{ record: 'role', id: role.id }}>
                {t('密级、登录等设置', 'Class, sign-in and more')}
              </Link>
              {role.can.edit && write ? (
                <Button
                  type="primary"
                  onClick={() => setDraft({ grants: role.grants.map(wholeGrant), fieldRights: [...role.fieldRights] })}
                >
                  {t('修改权限', 'Change rights')}
                </Button>
              ) : null}
            </>
          )}
        </div>
      </header>
      {grants.length > 0 || draft ? (
        <GrantTable
          label={say(role.name)}
          grants={grants}
          differences={differences}
          onChange={draft ? (next) => setDraft({ ...draft, grants: next }) : undefined}
        />
      ) : (
        <p className="zk-hint">
          {t('这个角色不授予任何权限，只能看到共享给本人的记录。', 'This role grants nothing: its holders see what is shared with them.')}
        </p>
      )}
      <h3>{t('字段权限', 'Field rights')}</h3>
      <RoleFieldRights rights={rights} onChange={draft ? (next) => setDraft({ ...draft, fieldRights: next }) : undefined} />
      <Holders role={role} />
      {dialog}
    </article>
  )
}

/** Who has the role. */
function Holders({ role }: { role: RoleRow }) {
  const { t } = useLanguage()
  const filter = JSON.stringify({ field: 'roles', op: 'has', value: role.id })
  const client = useQueryClient()
  const { data } = useQuery(
    {
      queryKey: ['list', 'user', 'holders', role.id],
      queryFn: ({ signal }) =>
        api.get<{ items: { id: string; name: string; isActive?: boolean }[]; count: { value: number; exact: boolean } }>('/records/user', {
          query: { filter, fields: 'name,isActive', limit: 60, count: 'capped' },
          signal,
        }),
    },
    client,
  )
  return (
    <>
      <h3>{t('谁有这个角色', 'Who has this role')}</h3>
      {!data ? (
        <Skeleton active title={false} paragraph={{ rows: 1 }} />
      ) : data.items.length === 0 ? (
        <p className="zk-hint">{t('还没有人', 'Nobody yet')}</p>
      ) : (
        <p className="zk-holders">
          {data.items.map(({ id, name }) => (
            <Link key={id} to="/$record/$id" params={{ record: 'user', id }}>
              {name}
            </Link>
          ))}
          {data.count.value > data.items.length ? (
            <span className="zk-hint">{t(`共 ${data.count.value} 人`, `${data.count.value} in all`)}</span>
          ) : null}
        </p>
      )}
    </>
  )
}
