import { beforeAll, expect, it } from 'vitest'
import { castPassword } from '../capabilities/staff/cast.ts'
import { administrator, signIn } from './product.ts'
import { until } from './screen-steps.ts'
import { careScreens, littleScreens, maskedScreens, wayIn, workScreens, type Places, type Screen } from './screens.ts'
import { enter, windows } from './visitor.ts'
import { openStage } from './windows.ts'

const stage = openStage()

type Person = { email: string; password: string }
const cast = (key: string): Person => ({ email: `${key}@yunshan.demo`, password: castPassword })

/** Looks at some screens in all windows at once, and gathers what is wrong with them. */
async function crawl(who: Person | undefined, screens: (places: Places) => readonly Screen[]): Promise<string[]> {
  const found = await Promise.all(
    windows.map(async (window) => {
      const visitor = await enter(await stage.context(window.options), stage.address(), window, who)
      const faults: string[] = []
      for (const screen of screens(visitor.places))
        if (!screen.only || (screen.only === 'phone') === window.isPhone) faults.push(...(await visitor.visit(screen)))
      return faults
    }),
  )
  return found.flat()
}

/** Longer than it ever takes where nobody else is at work. */
const patience = 600_000

interface Role {
  id: string
  code: string
  version: number
  grants: object[]
}

/** The address at which somebody decides for himself what he wants to hear. */
let choices = ''

/** Service agents see numbers masked; from now on they may look at them. */
beforeAll(async () => {
  const admin = await signIn({ url: stage.address() })
  const contacts = await admin.ask<{ items: { id: string }[] }>('GET', 'records/contact?limit=1')
  const page = await admin.ask<{ path: string }>('POST', `contacts/${contacts.body.items[0]!.id}/preference-page`, { body: {} })
  choices = page.body.path
  const roles = await admin.ask<{ items: Role[] }>('GET', 'records/role?limit=50')
  const role = roles.body.items.find(({ code }) => code === 'service')
  const grants = role!.grants.map((grant) => ({ ...grant, reveal: true }))
  const answer = await admin.ask('PATCH', `records/role/${role!.id}`, { body: { grants }, version: role!.version })
  expect(answer.status).toBe(200)
})

it(
  'the way in is fit for everybody',
  async () => {
    const own: Screen = { name: 'choices of a person', at: () => choices, open: until('.zk-choices section') }
    expect(await crawl(undefined, () => [...wayIn, own])).toEqual([])
  },
  patience,
)

it(
  'the screens of the work with customers are fit for everybody',
  async () => {
    expect(await crawl(cast('lin'), () => workScreens)).toEqual([])
  },
  patience,
)

it(
  'the screens of whoever looks after the product are fit for everybody',
  async () => {
    expect(await crawl(administrator, careScreens)).toEqual([])
  },
  patience,
)

it(
  'what somebody sees who may see little is fit for everybody',
  async () => {
    expect(await crawl(cast('wu'), () => littleScreens)).toEqual([])
  },
  patience,
)

it(
  'masked numbers, and the question why one wants to see them, are fit for everybody',
  async () => {
    expect(await crawl(cast('zhou'), () => maskedScreens)).toEqual([])
  },
  patience,
)
