import { describe, expect, it } from 'vitest'
import { asCurl, asTypeScript, type Request } from './snippets.ts'

const list: Request = {
  method: 'GET',
  path: '/api/v1/records/customer',
  query: [
    ['limit', '5'],
    ['filter', '{"field":"tier","op":"eq","value":"A"}'],
  ],
  headers: [],
  body: '',
}
const id = '019ab3f0-7c1e-7d30-8a52-0c6f1e2d3b4a'
const request = (more: Partial<Request>): Request => ({ ...list, query: [], ...more })
const origin = 'https://crm.example.com'

describe('a request that is copied', () => {
  it('carries no token, and survives a shell', () => {
    expect(asCurl(list, origin)).toBe(
      `curl 'https://crm.example.com/api/v1/records/customer?limit=5&filter=%7B%22field%22%3A%22tier%22%2C%22op%22%3A%22eq%22%2C%22value%22%3A%22A%22%7D' \\\n  -H "Authorization: Bearer $ZHIKE_TOKEN"`,
    )
    const made = request({ method: 'POST', body: `{"name":"O'Neil $(rm)"}`, headers: [['Idempotency-Key', 'a']] })
    expect(asCurl(made, origin)).toContain(`--data '{"name":"O'\\''Neil $(rm)"}'`)
    expect(asCurl(made, origin)).toContain(`-X POST`)
  })

  it.each([
    [list, `zhike.records('customer').list({ limit: 5, filter: {"field":"tier","op":"eq","value":"A"} })`],
    [request({ path: `/api/v1/records/customer/${id}` }), `zhike.records('customer').get('${id}')`],
    [request({ method: 'POST', body: '{"name":"A"}' }), `zhike.records('customer').create({"name":"A"})`],
    [
      request({ method: 'PATCH', path: `/api/v1/records/customer/${id}`, headers: [['If-Match', '"3"']], body: '{}' }),
      `zhike.records('customer').edit('${id}', 3, {})`,
    ],
    [request({ method: 'POST', path: '/api/v1/actions/customer.restore', body: '{"on":1}' }), `zhike.act('customer.restore', {"on":1})`],
    [request({ path: '/api/v1/audit', query: [['limit', '9']] }), `zhike.call('GET /api/v1/audit', { query: { limit: 9 } })`],
  ])('is the call of the client that it stands for', (each, expected) =>
    expect(asTypeScript(each, origin)).toContain(`const answer = await ${expected}`),
  )
})
