import { Checkbox, Select } from 'antd'
import type { DuplicateRule, ImportSettings } from '#engine/intake/importing.ts'
import type { LinkChoice } from '#engine/intake/import-fields.ts'
import { ruleWords, type Change, type Import } from './import-answers.ts'
import { Setting } from './ImportReading.tsx'
import { useLanguage } from './language.tsx'

/** What becomes of rows that are there already, of records that rows name, and of cells that cannot be read. */
export function ImportRules({ data, settings, onChange }: { data: Import; settings: ImportSettings; onChange(part: Change): void }) {
  const { t } = useLanguage()
  const rules = Object.entries(ruleWords).map(([value, words]) => ({ value: value as DuplicateRule, label: t(...words) }))
  const [exact, similar] = [t('名称或编号相同', 'Same name or number'), t('疑似相同', 'Likely the same')]
  return (
    <div className="zk-import-settings zk-import-rules">
      <Setting label={exact}>
        <Select
          value={settings.duplicates}
          onChange={(duplicates) => onChange({ duplicates, decisions: {} })}
          options={rules}
          aria-label={exact}
        />
      </Setting>
      {data.compares ? (
        <Setting label={similar}>
          <Select
            value={settings.similar}
            onChange={(rule) => onChange({ similar: rule, decisions: {} })}
            options={rules}
            aria-label={similar}
          />
        </Setting>
      ) : null}
      {data.links.map(({ name, label, record, choice }) => {
        const title = t(`关联：${label}`, `Linked: ${label.toLowerCase()}`)
        return (
          <Setting key={name} label={title}>
            <Select<LinkChoice>
              value={settings.links[name] ?? choice}
              onChange={(value) => onChange({ links: { ...settings.links, [name]: value } })}
              options={[
                { value: 'match', label: t(`只匹配已有${record}`, 'Match existing ones only') },
                { value: 'create', label: t(`没有就新建${record}`, 'Create where missing') },
              ]}
              aria-label={title}
            />
          </Setting>
        )
      })}
      <div className="zk-import-options">
        <Checkbox checked={settings.refuseBadCells} onChange={(event) => onChange({ refuseBadCells: event.target.checked })}>
          {t('有读不懂的单元格就不导入该行', 'Refuse rows with unreadable cells')}
        </Checkbox>
      </div>
    </div>
  )
}
