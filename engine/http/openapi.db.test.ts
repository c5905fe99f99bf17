import { describe, expect, it } from 'vitest'
import { openCompany } from '#test'

const company = openCompany()

describe('what the description says is refused', () => {
  it('is refused: numbers that are none, words that nobody knows, bodies with more than is said', async () => {
    const admin = await company.as('admin')
    const api = (await admin.get('openapi.json?lang=zh')).body
    expect(api.info.title).toBe('知客开放接口')
    const about = (path: string) => !/\/records\/(?!customer)|\/actions\/(?!customer\.edit$)/.test(path)
    const filled = (path: string) => path.replaceAll(/\{\w+\}/g, company.story.customers.xizi!)
    const wrong: string[] = []
    const expectRefusal = (what: string, { status }: { status: number }) => {
      // Who is not let in at all is told so first.
      if (status < 400 || status >= 500) wrong.push(`${what}: ${status}`)
    }
    for (const [path, methods] of Object.entries<any>(api.paths).filter(([each]) => about(each)))
      for (const [method, operation] of Object.entries<any>(methods)) {
        const verb = method.toUpperCase() as 'GET'
        for (const { name, in: place, schema } of operation.parameters.filter((each: any) => each.in === 'query'))
          if (place === 'query' && (schema?.type === 'integer' || schema?.enum))
            expectRefusal(`${verb} ${path}?${name}`, await admin.request(verb, `${filled(path)}?${name}=nonsense`))
        if (operation.requestBody?.content['application/json'])
          expectRefusal(
            `${verb} ${path}`,
            await admin.request(verb, filled(path), { body: { nobodyKnowsThis: 1 }, headers: { 'if-match': '"1"' } }),
          )
        if (method === 'get' && !path.endsWith('.ics')) expectRefusal(`${verb} ${path}?unknown`, await unknownParameter(path, operation))
      }
    async function unknownParameter(path: string, operation: any): Promise<{ status: number }> {
      const takesQuery = operation.parameters.some((each: any) => each.in === 'query')
      return takesQuery ? admin.get(`${filled(path)}?nobodyKnowsThis=1`) : { status: 400 }
    }
    expect(wrong).toEqual([])
  })

  it('is answered anew only where something has changed', async () => {
    const li = await company.as('li')
    const first = await li.get('openapi.json')
    const again = await li.get('openapi.json', { headers: { 'if-none-match': String(first.headers.etag) } })
    expect(again.status).toBe(304)
    expect(first.body.paths['/api/v1/records/backupPlan']).toBeUndefined()
  })
})
