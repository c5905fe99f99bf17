import { useState } from 'react'
import { useLanguage } from '../language.tsx'
import { answerWords, exampleOf, type ApiDocument, type Entry } from './api-document.ts'
import { SchemaTree } from './SchemaTree.tsx'
import { TryOperation } from './TryOperation.tsx'

/** One operation: a line as long as it is closed, and what it takes and answers where somebody has opened it. */
export function OperationView({ api, entry, token }: { api: ApiDocument; entry: Entry; token: string }) {
  const [isOpen, setOpen] = useState(false)
  const { method, path, operation } = entry
  return (
    <details className="zk-api-operation" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <code className={`zk-api-method zk-api-${method.toLowerCase()}`}>{method}</code>
        <code className="zk-api-path">{path}</code>
        <span className="zk-api-summary">{operation.summary}</span>
      </summary>
      {isOpen ? <Opened api={api} entry={entry} token={token} /> : null}
    </details>
  )
}

function Opened({ api, entry, token }: { api: ApiDocument; entry: Entry; token: string }) {
  const { t } = useLanguage()
  const { operation } = entry
  const body = operation.requestBody?.content['application/json']?.schema
  const answers = Object.entries(operation.responses)
  const [good] = answers.flatMap(([status, { content }]) => (status.startsWith('2') ? (content?.['application/json']?.schema ?? []) : []))
  const scopes = operation.security.flatMap((each) => each.token ?? [])
  return (
    <div className="zk-api-opened">
      {operation.description ? <p>{operation.description}</p> : null}
      <p className="zk-hint">
        {operation.security.length === 0
          ? t('不需要登录。', 'No sign-in is needed.')
          : scopes.length > 0
            ? t(`令牌范围：${scopes.join('、')}`, `Scope of a token: ${scopes.join(', ')}`)
            : t('只能用登录后的会话，令牌不行。', 'With a session of a signed-in user only, not with a token.')}
      </p>
      <h4>{t('试一试', 'Try it')}</h4>
      <TryOperation api={api} entry={entry} token={token} />
      {body ? (
        <>
          <h4>{t('内容', 'Body')}</h4>
          <SchemaTree api={api} schema={body} />
        </>
      ) : null}
      <h4>{t('回答', 'Answers')}</h4>
      <ul className="zk-api-answers">
        {answers.map(([status, answer]) => (
          <li key={status}>
            <code>{status}</code> {answerWords(api, answer)}
          </li>
        ))}
      </ul>
      {good ? (
        <>
          <SchemaTree api={api} schema={good} />
          <details className="zk-api-deeper">
            <summary>{t('示例', 'Example')}</summary>
            <pre tabIndex={0}>{JSON.stringify(exampleOf(api, good), null, 2)}</pre>
          </details>
        </>
      ) : null}
    </div>
  )
}
