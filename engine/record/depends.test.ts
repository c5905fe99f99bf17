import { describe, expect, it } from 'vitest'
import { blankRow } from '#engine/store/rows.ts'
import { refuseUnfit } from '#engine/action/values.ts'
import type { Refusal } from '#engine/action/refusal.ts'
import { words } from '#engine/text/words.ts'
import { defineRecord } from './define-record.ts'
import { dependentFault, isAsked, isNeeded, openChoices, type Depends } from './depends.ts'
import { choice, link, links, rows, text, yesNo } from './fields/index.ts'
import { buildHouse } from './house.ts'

const kinds = { car: words('轿车', 'Car'), bus: words('客车', 'Bus') }
const fuels = { petrol: words('汽油', 'Petrol'), diesel: words('柴油', 'Diesel'), power: words('电', 'Power') }
const Vehicle = defineRecord('vehicle', {
  words: words('车辆', 'Vehicle'),
  title: 'plate',
  fields: {
    plate: text({ zh: '车牌', en: 'Plate', required: true }),
    kind: choice({ zh: '类型', en: 'Kind', choices: kinds }),
    fuel: choice({ zh: '燃料', en: 'Fuel', choices: fuels, choicesWhen: { field: 'kind', open: { bus: ['diesel', 'power'] } } }),
    seats: text({ zh: '座位', en: 'Seats', onlyWhen: { field: 'kind', is: ['bus'] }, requiredWhen: { field: 'kind', is: ['bus'] } }),
    isRented: yesNo({ zh: '租用', en: 'Rented' }),
    lessor: text({ zh: '出租方', en: 'Lessor', requiredWhen: { field: 'isRented', is: ['true'] } }),
    stops: rows({ name: text({ zh: '站', en: 'Stop' }) }, { zh: '站点', en: 'Stops', requiredWhen: { field: 'kind', is: ['bus'] } }),
  },
  list: { columns: ['plate'] },
  form: [['plate']],
})
const User = defineRecord('user', {
  words: words('用户', 'User'),
  title: 'name',
  fields: { name: text({ zh: '名', en: 'Name' }) },
  list: { columns: ['name'] },
  form: [['name']],
})
const house = (record: ReturnType<typeof defineRecord<any, any>>) =>
  buildHouse([{ name: 'test', words: words('试', 'Test'), rank: 1, records: [User, record] }])
const shape = house(Vehicle).shapes.get('vehicle')!
const field = (name: keyof typeof Vehicle.fields) => Vehicle.fields[name].options as Depends

describe('a field that depends on another', () => {
  it('is asked for, and needed, only then', () => {
    expect(isAsked(field('seats'), { kind: 'car' })).toBe(false)
    expect(isAsked(field('seats'), { kind: 'bus' })).toBe(true)
    expect(isNeeded(field('seats'), { kind: 'bus' })).toBe(true)
    expect(isNeeded(field('lessor'), { isRented: true })).toBe(true)
    expect(isNeeded(field('lessor'), { isRented: false })).toBe(false)
    expect(dependentFault(field('stops'), [], { kind: 'bus' })?.en).toBe('This is required')
    expect(dependentFault(field('stops'), [{ name: 'x' }], { kind: 'bus' })).toBeNull()
  })

  it('has the choices that go with the other value', () => {
    expect(openChoices(field('fuel'), { kind: 'bus' })).toEqual(['diesel', 'power'])
    expect(openChoices(field('fuel'), { kind: 'car' })).toBeUndefined()
    expect(openChoices(field('fuel'), {})).toBeUndefined()
    expect(dependentFault(field('fuel'), 'petrol', { kind: 'bus' })).toEqual(words('这里不能选“汽油”', '"Petrol" cannot be chosen here'))
    expect(dependentFault(field('fuel'), 'petrol', { kind: 'car' })).toBeNull()
  })
})

describe('what is written', () => {
  const refused = (values: Record<string, unknown>, names: string[]): string[] => {
    try {
      refuseUnfit(shape, Object.assign(blankRow(shape), { plate: 'A', isRented: false, stops: [], ...values }), names)
      return []
    } catch (error) {
      return Object.keys((error as Refusal).fields!)
    }
  }
  it.each<[string, Record<string, unknown>, string[], string[]]>([
    ['is fine', { kind: 'car', fuel: 'petrol' }, ['kind', 'fuel'], []],
    ['needs what goes with the kind', { kind: 'bus', fuel: 'power' }, ['kind'], ['seats', 'stops']],
    ['has a choice that is closed', { kind: 'bus', fuel: 'petrol', seats: '40', stops: [{}] }, ['fuel'], ['fuel']],
    ['closes a choice by changing the other field alone', { kind: 'bus', fuel: 'petrol', seats: '40', stops: [{}] }, ['kind'], ['fuel']],
    ['lacks what yes makes needed', { isRented: true }, ['isRented'], ['lessor']],
    ['touches none of it, whatever was there before', { kind: 'bus', fuel: 'petrol' }, ['plate'], []],
    ['lacks what is always needed', { plate: null }, ['plate'], ['plate']],
  ])('%s', (_, values, names, bad) => expect(refused(values, names).sort()).toEqual(bad.sort()))
})

describe('a declaration', () => {
  const declared = (fields: Record<string, any>) => () =>
    house(
      defineRecord('thing', {
        words: words('物', 'Thing'),
        title: 'name',
        fields: { name: text({ zh: '名', en: 'Name' }), ...fields },
        list: { columns: ['name'] },
        form: [['name']],
      }),
    )
  it('that depends on what is not there is refused at boot', () => {
    expect(declared({ a: text({ zh: '甲', en: 'A', requiredWhen: { field: 'nothing', is: ['x'] } }) })).toThrow(
      '"nothing", which is no field',
    )
    expect(
      declared({ a: choice({ zh: '甲', en: 'A', choices: { x: words('x', 'x') }, choicesWhen: { field: 'name', open: { b: ['y'] } } }) }),
    ).toThrow('"y" is not among its choices')
    expect(declared({ a: link('thing', { zh: '甲', en: 'A', within: { name: 'id' } }) })).toThrow('both must be links')
    expect(declared({ a: links('thing', { zh: '甲', en: 'A', within: { parent: 'parent' } }) })).toThrow('both must be links')
    expect(
      declared({
        parent: link('thing', { zh: '上级', en: 'Parent' }),
        a: links('thing', { zh: '甲', en: 'A', within: { parent: 'parent' } }),
      }),
    ).not.toThrow()
  })
})
