import { useQuery } from '@tanstack/react-query'
import { Drawer, Skeleton } from 'antd'
import { useMemo } from 'react'
import type { Item } from '#engine/access/present.ts'
import type { FieldDescription, RecordDescription } from '#engine/record/describe.ts'
import { indexGives, type CustomKind } from '#engine/record/custom-fields.ts'
import { api } from '#engine/web/api.ts'
import { useRecordDescription } from '#engine/web/description.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { RecordForm } from '#engine/web/RecordForm.tsx'
import { useSaving } from '#engine/web/saving.tsx'
import { useUndoable } from '#engine/web/undoable.tsx'
import type { Words } from '#engine/text/words.ts'
import { fieldName } from '../rules/field-name.ts'
import { ChoiceRowsInput } from './ChoiceRowsInput.tsx'
import { DecidingFieldInput, DecidingValuesInput } from './DecidingInputs.tsx'
import { useSetup, type CustomFieldItem } from './setup-data.ts'

const lines = [
  ['label'],
  ['kind', 'name'],
  ['to'],
  ['choices'],
  ['isRequired', 'isIndexed'],
  ['isSearchable'],
  ['hint'],
  ['initial', 'unit'],
  ['min', 'max'],
  ['onlyWhenField', 'onlyWhenIs'],
  ['isGuarded', 'isCard'],
  ['aliases'],
]
const asked = new Set(lines.flat())
const inputs = { choices: ChoiceRowsInput, onlyWhenField: DecidingFieldInput, onlyWhenIs: DecidingValuesInput }

/** What the form asks for, in the words of somebody who sets a field up. */
const askedOf = (description: RecordDescription, names: readonly FieldDescription[], isNew: boolean): FieldDescription[] =>
  names
    .filter((field) => asked.has(field.name))
    // The name follows the English label unless somebody wants another.
    .map((field) => (field.name === 'name' && isNew ? without(field, 'required') : field))
    // Choices of a field that is there are changed one by one, where nothing can be lost.
    .filter((field) => isNew || (field.name !== 'choices' && description.edit.includes(field.name)))
    .map((field) =>
      field.name === 'isIndexed'
        ? {
            ...field,
            onlyWhen: { field: 'kind', is: (Object.keys(indexGives) as CustomKind[]).filter((kind) => indexGives[kind] !== 'nothing') },
          }
        : field,
    )

const without = (field: FieldDescription, key: 'required'): FieldDescription => {
  const { [key]: _, ...rest } = field
  return rest
}

/** Makes a field, or changes one, in a drawer beside the list. */
export function FieldEditor({
  record,
  field,
  onClose,
  onDone,
}: {
  record: RecordDescription
  field: CustomFieldItem | undefined
  onClose(): void
  onDone(): void
}) {
  const { t, say } = useLanguage()
  const { data: item } = useQuery({
    queryKey: ['record', 'customField', field?.id],
    queryFn: () => api.get<Item>(`/records/customField/${field!.id}`),
    enabled: field !== undefined,
    staleTime: 0,
    gcTime: 0,
  })
  return (
    <Drawer
      open
      title={
        field
          ? t(`编辑字段“${say(field.label)}”`, `Edit the field "${say(field.label)}"`)
          : t(`新建${record.words.zh}字段`, `New field of ${record.words.en.toLowerCase()}`)
      }
      onClose={onClose}
      size={560}
      mask={{ closable: false }}
      destroyOnHidden
    >
      {field ? (
        item ? (
          <Edit item={item} onClose={onClose} onDone={onDone} />
        ) : (
          <Skeleton active />
        )
      ) : (
        <Create record={record} onClose={onClose} onDone={onDone} />
      )}
    </Drawer>
  )
}

function Create({ record, onClose, onDone }: { record: RecordDescription; onClose(): void; onDone(): void }) {
  const { t } = useLanguage()
  const { offer } = useUndoable(onDone)
  const description = useRecordDescription('customField')
  const { data: setup } = useSetup(record.name)
  const fields = useMemo(() => (description?.create ? askedOf(description, description.create, true) : []), [description])
  if (!description || !setup) return <Skeleton active />
  const taken = setup.fields.map((field) => field.name)
  return (
    <RecordForm
      fields={fields}
      lines={lines}
      initial={{ kind: 'text' }}
      around={{ record: record.name }}
      inputs={inputs}
      submit={t('保存字段', 'Save the field')}
      onCancel={onClose}
      onSubmit={async (values) => {
        const name = (values.name as string | null) || fieldName(values.label as Words | null, taken)
        const made = await api.post<{ operation: string }>('/actions/customField.create', {
          input: { ...values, name, record: record.name },
        })
        offer(made.operation, t('字段已建立，立即可用', 'The field is there, for everybody at once'))
        onDone()
      }}
    />
  )
}

function Edit({ item, onClose, onDone }: { item: Item; onClose(): void; onDone(): void }) {
  const { t } = useLanguage()
  const description = useRecordDescription('customField')!
  const { offer } = useUndoable(onDone)
  const { seen, save, dialog } = useSaving(description, item, onDone, async (input, how) => {
    const { operation } = await api.post<{ operation: string }>('/actions/customField.edit', { on: item.id, input }, how)
    offer(operation, t('字段已修改', 'The field is changed'))
    return null
  })
  const fields = askedOf(description, description.fields, false)
  return (
    <>
      <RecordForm
        fields={fields}
        lines={lines}
        initial={Object.fromEntries(fields.map(({ name }) => [name, seen[name]]))}
        around={seen}
        inputs={inputs}
        submit={t('保存字段', 'Save the field')}
        onCancel={onClose}
        onSubmit={save}
      />
      {dialog}
    </>
  )
}
