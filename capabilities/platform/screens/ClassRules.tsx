import { PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input, Modal, Select, Skeleton } from 'antd'
import { useState } from 'react'
import type { RecordDescription } from '#engine/record/describe.ts'
import type { FilterTree } from '#engine/record/fields/index.ts'
import { isAsSecret, secrecyClasses, secrecyWords, type Secrecy } from '#engine/record/secrecy.ts'
import { ConditionsEditor } from '#engine/web/ConditionsEditor.tsx'
import { partsOf } from '#engine/web/filter-parts.ts'
import { FilterSentence } from '#engine/web/FilterSentence.tsx'
import { useLanguage } from '#engine/web/language.tsx'
import { useUndoable } from '#engine/web/undoable.tsx'
import { useClassRules, useSetupRefresh, type ClassRuleItem } from './setup-data.ts'

/** On which records fields are more secret than the table above says. Only what other records hang on has such rules. */
export function ClassRules({ record }: { record: RecordDescription }) {
  const { t, say } = useLanguage()
  const { data: rules } = useClassRules(record.name)
  const { act } = useUndoable(useSetupRefresh())
  const [edited, setEdited] = useState<ClassRuleItem | 'new' | null>(null)
  if (record.under) return null
  if (!rules) return <Skeleton active />
  return (
    <section className="zk-class-rules">
      <header className="zk-setup-part">
        <h2>{t('按价值提级', 'More secret by worth')}</h2>
        <Button icon={<PlusOutlined aria-hidden />} onClick={() => setEdited('new')}>
          {t('新建提级规则', 'New class rule')}
        </Button>
      </header>
      <p className="zk-hint">
        {t(
          `符合条件的${record.words.zh}和挂在其下的一切，字段密级提高。`,
          `On ${record.plural.toLowerCase()} that meet the conditions, and on all that hangs on them, fields are more secret.`,
        )}
      </p>
      {rules.length > 0 ? (
        <ul className="zk-setup-rows">
          {rules.map((rule) => {
            const part = partsOf(rule.filter)
            return (
              <li key={rule.id}>
                <button type="button" className="zk-setup-name" onClick={() => setEdited(rule)}>
                  {rule.name}
                </button>
                <span className="zk-setup-about">
                  <FilterSentence record={record} part={part.length === 1 ? part[0]! : { all: part }} />
                  <span>
                    {say(secrecyWords[rule.fromClass])} → {say(secrecyWords[rule.toClass])}
                  </span>
                </span>
                <Button
                  danger
                  type="text"
                  size="small"
                  onClick={() =>
                    void act('classRule.recycle', { on: rule.id }, t(`“${rule.name}”已删除`, `"${rule.name}" deleted`), rule.version)
                  }
                  aria-label={t(`删除“${rule.name}”`, `Delete "${rule.name}"`)}
                >
                  {t('删除', 'Delete')}
                </Button>
              </li>
            )
          })}
        </ul>
      ) : null}
      {edited ? <RuleDialog record={record} rule={edited === 'new' ? undefined : edited} onClose={() => setEdited(null)} /> : null}
    </section>
  )
}

function RuleDialog({ record, rule, onClose }: { record: RecordDescription; rule: ClassRuleItem | undefined; onClose(): void }) {
  const { t, say } = useLanguage()
  const { act } = useUndoable(useSetupRefresh())
  const [draft, setDraft] = useState<{ name: string; filter: FilterTree | null; fromClass: Secrecy; toClass: Secrecy }>({
    name: rule?.name ?? '',
    filter: rule?.filter ?? null,
    fromClass: rule?.fromClass ?? 'confidential',
    toClass: rule?.toClass ?? 'sensitive',
  })
  const isReady = draft.name.trim() !== '' && draft.filter !== null && !isAsSecret(draft.fromClass, draft.toClass)
  const save = async () => {
    const saved = t('规则已生效', 'The rule holds from now on')
    const isDone = rule
      ? await act('classRule.edit', { on: rule.id, input: draft }, saved, rule.version)
      : await act('classRule.create', { input: { record: record.name, ...draft } }, saved)
    if (isDone) onClose()
  }
  const classes = secrecyClasses.map((value) => ({ value, label: say(secrecyWords[value]) }))
  return (
    <Modal
      open
      title={rule ? t('提级规则', 'Class rule') : t('新建提级规则', 'New class rule')}
      onCancel={onClose}
      onOk={() => void save()}
      okText={t('保存规则', 'Save the rule')}
      cancelText={t('取消', 'Cancel')}
      okButtonProps={{ disabled: !isReady }}
      width={640}
      destroyOnHidden
    >
      <Form layout="vertical">
        <Form.Item label={t('名称', 'Name')} htmlFor="class-rule-name">
          <Input
            id="class-rule-name"
            value={draft.name}
            onChange={(event) => setDraft({ ...draft, name: event.target.value })}
            maxLength={60}
            placeholder={t('例如：A 类客户', 'A-tier customers, say')}
          />
        </Form.Item>
        <Form.Item label={t(`哪些${record.words.zh}`, `Which ${record.plural.toLowerCase()}`)}>
          <ConditionsEditor
            id="class-rule-filter"
            label={t('条件', 'Conditions')}
            record={record}
            value={draft.filter}
            onChange={(filter) => setDraft((before) => ({ ...before, filter }))}
          />
        </Form.Item>
        <div className="zk-form-line">
          <Form.Item label={t('这一级及以上的字段', 'Fields of this class and above')} htmlFor="class-rule-from">
            <Select
              id="class-rule-from"
              value={draft.fromClass}
              onChange={(fromClass) => setDraft({ ...draft, fromClass })}
              options={classes.slice(0, -1)}
            />
          </Form.Item>
          <Form.Item label={t('提到', 'Raised to')} htmlFor="class-rule-to">
            <Select
              id="class-rule-to"
              value={draft.toClass}
              onChange={(toClass) => setDraft({ ...draft, toClass })}
              options={classes.slice(1)}
            />
          </Form.Item>
        </div>
      </Form>
    </Modal>
  )
}
