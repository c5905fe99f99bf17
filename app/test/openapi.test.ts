import { describe, expect, it } from 'vitest'
import { describeApi } from '#engine/http/description/describe-api.ts'
import { defineRoute } from '#engine/http/route.ts'
import { words } from '#engine/text/words.ts'
import { declaredHouse } from '../open.ts'
import { routesOf } from '../server.ts'
import { openAjv } from './described.ts'

/** The description by itself: whole, and of one piece. What goes over the wire is held against it by every database test. */
const live = defineRoute({
  method: 'GET',
  path: '/api/v1/live',
  words: words('流', 'Stream'),
  answers: { 200: { type: 'text/event-stream' } },
  handler: () => null,
})
const routes = routesOf(live)
const house = declaredHouse()
const api = describeApi({ house, routes, locale: 'en' }) as any
const operations: { path: string; method: string; operation: any }[] = Object.entries<any>(api.paths).flatMap(([path, methods]) =>
  Object.entries<any>(methods).map(([method, operation]) => ({ path, method, operation })),
)

/** The addresses that a route stands for: one for each record type or action where it leaves that open. */
const addressesOf = (path: string): string[] =>
  path.includes('{action}')
    ? Object.keys(api.paths).filter((each) => each.startsWith('/api/v1/actions/'))
    : path.includes('{record}')
      ? [...house.shapes.keys()].map((record) => path.replace('{record}', record))
      : [path]

describe('the description of the interface', () => {
  it('has every route, and no route that is not there', () => {
    const there = routes
      .filter(({ documented }) => documented !== false)
      .flatMap(({ method, path }) => addressesOf(path).map((each) => `${method} ${each}`))
    const told = operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`)
    expect(told.toSorted()).toEqual([...new Set(there)].toSorted())
    for (const action of house.actions.keys()) expect(api.paths).toHaveProperty([`/api/v1/actions/${action}`])
    // What is not described is no part of the interface: pages, probes, and the demo.
    const quiet = routes.filter(({ documented, path }) => documented === false && path.startsWith('/api/'))
    expect(quiet.map(({ path }) => path)).toEqual(['/api/v1/demo'])
  })

  it('says of every route what it answers when all is well', () => {
    const silent = routes
      .filter(({ documented }) => documented !== false)
      .flatMap(({ method, path, answers }) => {
        const said = Object.entries(answers ?? {}).filter(([status]) => Number(status) < 400)
        const isTold =
          said.length > 0 && said.every(([status, { schema, type }]) => status === '204' || Number(status) >= 300 || schema || type)
        // Records are known better than their routes say.
        return isTold || /^\/api\/v1\/records\/\{record\}(\/\{id\})?$/.test(path)
          ? []
          : [`${method} ${path}: say in "answers" what it answers`]
      })
    expect(silent).toEqual([])
  })

  it('names every operation once, and everything that it refers to', () => {
    const ids = operations.map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, kind, name] of JSON.stringify(api).matchAll(/"#\/components\/(\w+)\/(\w+)"/g))
      expect(api.components[kind!], name).toHaveProperty(name!)
  })

  it('shows examples that it would take itself', () => {
    const ajv = openAjv()
    ajv.addSchema({ $id: 'api', ...api })
    const wrong = [...house.shapes.keys()].flatMap((record) => {
      const name = `${record[0]!.toUpperCase()}${record.slice(1)}Create`
      const check = ajv.compile({ $ref: `api#/components/schemas/${name}` })
      return check(api.components.schemas[name].examples[0]) ? [] : [`${name}: ${ajv.errorsText(check.errors)}`]
    })
    expect(wrong).toEqual([])
  })

  it('is there in both languages, and tells nobody of what is not his', () => {
    const zh = describeApi({ house, routes, locale: 'zh' }) as any
    expect(zh.paths['/api/v1/records/customer'].get.summary).toContain('客户')
    expect(api.paths['/api/v1/records/customer'].get.summary).toContain('Customer')
    const nobody = {
      kind: 'user' as const,
      id: crypto.randomUUID(),
      name: '',
      locale: 'en' as const,
      roles: [],
      departments: [],
      departmentTree: [],
      subordinates: [],
      epoch: 0,
    }
    const told = describeApi({ house, routes, locale: 'en', actor: nobody }) as any
    expect(told.paths['/api/v1/records/webhook']).toBeUndefined()
    expect(told.components.schemas.Webhook).toBeUndefined()
  })
})
