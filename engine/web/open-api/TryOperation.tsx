import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { copyText } from '../copy-text.ts'
import { useLanguage } from '../language.tsx'
import {
  exampleOf,
  parametersOf,
  schemaName,
  schemaOfParameter,
  sayType,
  type ApiDocument,
  type Entry,
  type Parameter,
} from './api-document.ts'
import { asCurl, asTypeScript, targetOf, type Request } from './snippets.ts'

interface Told {
  status: number
  ms: number
  headers: string
  body: string
}

const shownHeaders = ['content-type', 'etag', 'location', 'retry-after']
const longest = 200_000

async function sendRequest(request: Request, token: string, locale: string): Promise<Told> {
  const began = performance.now()
  const response = await fetch(targetOf(request), {
    method: request.method,
    credentials: token ? 'omit' : 'same-origin',
    headers: {
      'accept-language': locale,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(request.body ? { 'content-type': 'application/json' } : {}),
      ...Object.fromEntries(request.headers),
    },
    ...(request.body ? { body: request.body } : {}),
  })
  const text = (await response.text()).slice(0, longest)
  const isJson = (response.headers.get('content-type') ?? '').includes('json')
  return {
    status: response.status,
    ms: Math.round(performance.now() - began),
    headers: shownHeaders.flatMap((name) => (response.headers.get(name) ? [`${name}: ${response.headers.get(name)}`] : [])).join('\n'),
    body: isJson && text.length < longest ? JSON.stringify(JSON.parse(text), null, 2) : text,
  }
}

const beginning = (parameter: Parameter): string =>
  parameter.in === 'header' && parameter.name !== 'Accept-Language' && parameter.required ? String(parameter.example ?? '') : ''

/** A request put together by hand, sent with one's own session or with a token, and copied for a program. */
export function TryOperation({ api, entry, token }: { api: ApiDocument; entry: Entry; token: string }) {
  const { t, locale } = useLanguage()
  const { message } = App.useApp()
  const { operation, method, path } = entry
  const parameters = parametersOf(api, operation).filter(({ name }) => name !== 'Accept-Language')
  const bodySchema = operation.requestBody?.content['application/json']?.schema
  const [values, setValues] = useState<Record<string, string>>(() =>
    Object.fromEntries(parameters.map((each) => [each.name, beginning(each)])),
  )
  const [body, setBody] = useState(() => (bodySchema ? JSON.stringify(exampleOf(api, bodySchema), null, 2) : ''))
  const [told, setTold] = useState<Told>()
  const [isSending, setSending] = useState(false)
  const filled = (place: Parameter['in']) =>
    parameters.flatMap(({ name, in: where }): [string, string][] => (where === place && values[name] ? [[name, values[name]]] : []))
  const request: Request = {
    method,
    path: path.replaceAll(/\{(\w+)\}/g, (whole, name: string) => (values[name] ? encodeURIComponent(values[name]) : whole)),
    query: filled('query'),
    headers: filled('header'),
    body: bodySchema ? body : '',
  }
  const send = async () => {
    setSending(true)
    try {
      setTold(await sendRequest(request, token, locale === 'zh' ? 'zh-CN' : 'en'))
    } catch {
      void message.error(t('无法发送，请检查网络。', 'It could not be sent; check the network.'))
    }
    setSending(false)
  }
  const copy = async (text: string) => {
    if (await copyText(text)) void message.success(t('已复制', 'Copied'))
  }
  const isFile = operation.requestBody?.content['multipart/form-data'] !== undefined
  const isOpen = !isFile && !/\{\w+\}/.test(request.path)
  const id = operation.operationId
  return (
    <form
      className="zk-api-try"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {parameters.map((parameter) => (
        <div key={parameter.name} className="zk-api-input">
          <label htmlFor={`${id}-${parameter.name}`}>
            <code>{parameter.name}</code> {parameter.required ? <span className="zk-api-needed">{t('必填', 'required')}</span> : null}
          </label>
          <Input
            id={`${id}-${parameter.name}`}
            value={values[parameter.name]}
            placeholder={schemaName(schemaOfParameter(parameter)) ? '{ … }' : sayType(schemaOfParameter(parameter)).slice(0, 60)}
            onChange={({ target }) => setValues({ ...values, [parameter.name]: target.value })}
            aria-describedby={parameter.description ? `${id}-${parameter.name}-hint` : undefined}
          />
          {parameter.description ? (
            <span id={`${id}-${parameter.name}-hint`} className="zk-hint">
              {parameter.description}
            </span>
          ) : null}
        </div>
      ))}
      {bodySchema ? (
        <div className="zk-api-input">
          <label htmlFor={`${id}-body`}>{t('内容（JSON）', 'Body (JSON)')}</label>
          <Input.TextArea
            id={`${id}-body`}
            className="zk-api-body"
            value={body}
            autoSize={{ minRows: 4, maxRows: 18 }}
            spellCheck={false}
            onChange={({ target }) => setBody(target.value)}
          />
        </div>
      ) : null}
      {isFile ? (
        <p className="zk-hint">{t('文件用 curl 或客户端的 upload 发送。', 'Files are sent by curl, or by upload of the client.')}</p>
      ) : null}
      <div className="zk-api-buttons">
        <Button type="primary" htmlType="submit" disabled={!isOpen} loading={isSending}>
          {method === 'GET' ? t('发送请求', 'Send the request') : t('发送请求（会真的执行）', 'Send the request (it is really done)')}
        </Button>
        <Button onClick={() => void copy(asCurl(request, location.origin))}>{t('复制 curl', 'Copy as curl')}</Button>
        <Button onClick={() => void copy(asTypeScript(request, location.origin))}>{t('复制 TypeScript', 'Copy as TypeScript')}</Button>
      </div>
      <div aria-live="polite">
        {told ? (
          <div className="zk-api-told">
            <p>
              <span className={`zk-state ${told.status < 300 ? 'zk-good' : told.status < 500 ? 'zk-warning' : 'zk-bad'}`}>
                {told.status}
              </span>{' '}
              <span className="zk-faint">{told.ms} ms</span>
            </p>
            {told.headers ? <pre tabIndex={0}>{told.headers}</pre> : null}
            {told.body ? <pre tabIndex={0}>{told.body}</pre> : null}
          </div>
        ) : null}
      </div>
    </form>
  )
}
