import { sayType, schemaAt, schemaName, type ApiDocument, type Schema } from './api-document.ts'
import { useLanguage } from '../language.tsx'

/** What within a schema can be opened: the schema of an object, of the elements of a list, of one of several. */
function inner(api: ApiDocument, schema: Schema): Schema | undefined {
  const known = schemaAt(api, schema)
  if (known.properties) return known
  if (known.items) return inner(api, known.items)
  const objects = (known.anyOf ?? known.allOf ?? []).flatMap((each) => inner(api, each) ?? [])
  return objects.length === 1 ? objects[0] : undefined
}

/** The fields of a schema, each with what it is; what lies deeper is opened by whoever wants to see it. */
export function SchemaTree({ api, schema, seen = [] }: { api: ApiDocument; schema: Schema; seen?: readonly string[] }) {
  const { t } = useLanguage()
  const shown = inner(api, schema)
  if (!shown) {
    const known = schemaAt(api, schema)
    const several = known.anyOf?.filter((each) => inner(api, each)) ?? []
    if (several.length > 1)
      return (
        <>
          {several.map((each, i) => (
            <div key={i}>
              {i > 0 ? <p className="zk-faint zk-api-or">{t('或', 'or')}</p> : null}
              <SchemaTree api={api} schema={each} seen={seen} />
            </div>
          ))}
        </>
      )
    return <code className="zk-api-type">{sayType(schema)}</code>
  }
  const needed = new Set(shown.required)
  return (
    <ul className="zk-api-fields">
      {Object.entries(shown.properties ?? {}).map(([name, field]) => (
        <li key={name}>
          <code className="zk-api-name">{name}</code>
          {needed.has(name) ? <span className="zk-api-needed">{t('必填', 'required')}</span> : null}{' '}
          <code className="zk-api-type">{sayType(field)}</code>
          {field.description ? <span className="zk-hint"> {field.description}</span> : null}
          <Deeper api={api} schema={field} seen={seen} name={name} />
        </li>
      ))}
    </ul>
  )
}

function Deeper({ api, schema, seen, name }: { api: ApiDocument; schema: Schema; seen: readonly string[]; name: string }) {
  const { t } = useLanguage()
  const own = schemaName(schema) ?? (schema.items && schemaName(schema.items))
  if (!inner(api, schema) || (own && seen.includes(own)) || seen.length > 4) return null
  return (
    <details className="zk-api-deeper">
      <summary>{t(`${name} 的内容`, `Within ${name}`)}</summary>
      <SchemaTree api={api} schema={schema} seen={own ? [...seen, own] : [...seen, '']} />
    </details>
  )
}
