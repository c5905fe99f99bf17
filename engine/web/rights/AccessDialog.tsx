import { Link } from '@tanstack/react-router'
import { Modal, Select, Tabs } from 'antd'
import { useState } from 'react'
import type { LinkValue } from '#engine/access/present.ts'
import type { FieldDescription, RecordDescription } from '#engine/record/describe.ts'
import { useDescription } from '../description.ts'
import { useLanguage } from '../language.tsx'
import { LinkPicker } from '../LinkPicker.tsx'
import { AccessAnswers } from './AccessAnswers.tsx'
import { WhoSees } from './WhoSees.tsx'

const userField: FieldDescription = { name: 'user', kind: 'link', to: 'user', words: { zh: '谁', en: 'Who' } }

/** What is asked of: the whole record, one of its fields, or something that is done with it. */
const whole = 'record'

/**
 * Why somebody sees a record or may do something with it, and who else does. Everybody asks about himself; about others, whoever may audit; he
 * is led on to who looked and who changed it.
 */
export function AccessDialog({
  record,
  id,
  title,
  field: first,
  onClose,
}: {
  record: RecordDescription
  id: string
  title: string
  field?: string | undefined
  onClose(): void
}) {
  const { t, say } = useLanguage()
  const { data } = useDescription()
  const me = data!.me
  const [user, setUser] = useState<LinkValue>({ id: me.id, title: me.name })
  const [about, setAbout] = useState(first ? `field ${first}` : whole)
  const [kind, name] = about.split(' ') as ['record' | 'field' | 'action', string | undefined]
  const field = kind === 'field' ? name : undefined
  const action = kind === 'action' ? name : undefined
  const mayAudit = record.can.audit || me.roles.includes('administrator')
  const choices = [
    { value: whole, label: t(`整条${record.words.zh}`, `The whole ${record.words.en.toLowerCase()}`) },
    {
      label: t('字段', 'Fields'),
      options: record.fields.filter((entry) => !entry.system).map((entry) => ({ value: `field ${entry.name}`, label: say(entry.words) })),
    },
    { label: t('动作', 'Actions'), options: record.actions.map((entry) => ({ value: `action ${entry.name}`, label: say(entry.label) })) },
  ]
  const what = (
    <label className="zk-access-what">
      <span>{t('关于', 'About')}</span>
      <Select
        aria-label={t('关于什么', 'About what')}
        value={about}
        onChange={setAbout}
        options={choices}
        showSearch={{ optionFilterProp: 'label' }}
      />
    </label>
  )
  const why = (
    <>
      {mayAudit ? (
        <div className="zk-access-what">
          <span>{t('谁', 'Who')}</span>
          <LinkPicker
            id="access-user"
            field={userField}
            label={t('谁', 'Who')}
            value={user}
            onChange={(value) => setUser((value as LinkValue | null) ?? { id: me.id, title: me.name })}
          />
        </div>
      ) : null}
      <AccessAnswers record={record.name} id={id} user={user.id} field={field} action={action} />
    </>
  )
  const trail = (kinds: string) => ({ record: record.name, id, ...(kinds ? { kinds } : {}), ...(field ? { field } : {}) })
  return (
    <Modal
      open
      width={640}
      footer={null}
      onCancel={onClose}
      title={
        mayAudit
          ? t(`“${title}”谁能看到，为什么`, `Who sees "${title}", and why`)
          : t(`“${title}”我能做什么，为什么`, `What I may do with "${title}", and why`)
      }
    >
      <div className="zk-access">
        {what}
        {mayAudit ? (
          <>
            <Tabs
              defaultActiveKey={first ? 'who' : 'why'}
              items={[
                { key: 'why', label: t('某人为什么能或不能', 'Why somebody may or may not'), children: why },
                {
                  key: 'who',
                  label: t('谁能看到', 'Who sees it'),
                  children: <WhoSees key={field} record={record.name} id={id} field={field} />,
                },
              ]}
            />
            {record.can.audit ? (
              <p className="zk-access-trail">
                <Link to="/audit" search={trail('revealed') as never} onClick={onClose}>
                  {t('谁看过脱敏内容', 'Who looked behind the mask')}
                </Link>
                <Link to="/audit" search={trail('') as never} onClick={onClose}>
                  {t('谁改过', 'Who changed it')}
                </Link>
              </p>
            ) : null}
          </>
        ) : (
          why
        )}
      </div>
    </Modal>
  )
}
