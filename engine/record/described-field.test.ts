import { describe, expect, it } from 'vitest'
import { words } from '#engine/text/words.ts'
import { describeField } from './describe.ts'
import { fieldOf } from './described-field.ts'
import type { Field } from './field.ts'
import {
  choice,
  choices,
  day,
  decimal,
  email,
  instant,
  integer,
  link,
  links,
  money,
  note,
  percent,
  phone,
  rows,
  text,
  url,
  wordsField,
  yesNo,
} from './fields/index.ts'
import { faultsIn } from './parse.ts'

const label = { zh: '值', en: 'Value' }
const tiers = { A: words('重点', 'Key'), B: words('普通', 'Regular') }
const capital = { is: /^[A-Z]+$/, words: words('只用大写字母', 'Capital letters only') }
const id = '01890000-0000-7000-8000-000000000001'

/** Fields with bounds, values that do not fit, and what is said of them. */
const bad: [Field, unknown, string, string][] = [
  [text({ ...label, max: 5 }), '一二三四五六', '最多 5 个字', 'At most 5 characters'],
  [text(label), 'x'.repeat(201), '最多 200 个字', 'At most 200 characters'],
  [text({ ...label, pattern: capital }), 'abc', '只用大写字母', 'Capital letters only'],
  [text(label), 'a\u0000', '含有不可见的控制字符', 'Contains control characters'],
  [text(label), 5, '应为文字', 'Must be text'],
  [note(label), 'x'.repeat(10_001), '最多 10,000 个字', 'At most 10,000 characters'],
  [integer({ ...label, min: 0, max: 10_000 }), -1, '不能小于 0', 'Must be at least 0'],
  [integer({ ...label, min: 0, max: 10_000 }), 10_001, '不能大于 10,000', 'Must be at most 10,000'],
  [integer(label), 'abc', '应为整数', 'Must be a whole number'],
  [decimal({ ...label, places: 2 }), '1.234', '小数最多 2 位', 'At most 2 decimals'],
  [decimal(label), 'abc', '应为数字', 'Must be a number'],
  [money({ ...label, min: '0' }), '-0.01', '不能小于 0', 'Must be at least 0'],
  [percent({ ...label, max: '100' }), '100.5', '不能大于 100', 'Must be at most 100'],
  [yesNo(label), 'x', '应为“是”或“否”', 'Must be yes or no'],
  [choice({ ...label, choices: tiers }), 'C', '不在选项中', 'Not among the choices'],
  [choices({ ...label, choices: tiers, max: 1 }), ['A', 'B'], '最多 1 项', 'At most 1'],
  [choices(label), ['x'.repeat(41)], '最多 40 个字', 'At most 40 characters'],
  [day({ ...label, min: '2020-01-01', max: '2030-01-01' }), '2019-12-31', '不能早于 2020-01-01', 'Must not be before 2020-01-01'],
  [day({ ...label, min: '2020-01-01', max: '2030-01-01' }), '2030-01-02', '不能晚于 2030-01-01', 'Must not be after 2030-01-01'],
  [day(label), '2023-02-30', '不是有效的日期（年-月-日）', 'Not a valid day (year-month-day)'],
  [instant(label), 'soon', '不是有效的时间', 'Not a valid moment'],
  [link('customer', label), 'x', '应从列表中选择', 'Must be chosen from the list'],
  [links('customer', label), ['x'], '应从列表中选择', 'Must be chosen from the list'],
  [phone(label), '1380', '不是完整的电话号码（座机请带区号）', 'Not a complete telephone number (landlines need their area code)'],
  [phone({ ...label, mobileOnly: true }), '0571-88001234', '不是手机号码', 'Not a mobile number'],
  [email(label), 'chen@', '不是邮箱地址', 'Not an e-mail address'],
  [url(label), 'javascript:alert(1)', '不是网址', 'Not a web address'],
  [wordsField({ ...label, max: 3 }), { zh: '一二三四', en: '' }, '最多 3 个字', 'At most 3 characters'],
  [wordsField(label), { zh: '', en: '' }, '此项必填', 'This is required'],
]

const good: [Field, unknown][] = [
  [text({ ...label, pattern: capital }), 'ABC'],
  [integer({ ...label, min: 0 }), 0],
  [decimal({ ...label, places: 6 }), '1.234567'],
  [money(label), '12.5'],
  [phone({ ...label, mobileOnly: true }), '138 0013 8000'],
  [link('customer', label), { id, title: '某客户' }],
  [links('customer', label), [{ id, title: '某客户' }]],
  [day({ ...label, max: '2200-01-01' }), '2024-02-29'],
]

describe('what is wrong with a value', () => {
  it.each(bad)('%#', (field, value, zh, en) => {
    expect(Object.values(faultsIn('it', field, value))[0]).toEqual(words(zh, en))
    // The browser, which knows the field by its description, says the same.
    const described = fieldOf(JSON.parse(JSON.stringify(describeField('it', field, 'column'))))
    expect(faultsIn('it', described, value)).toEqual(faultsIn('it', field, value))
  })

  it.each(good)('nothing is: %#', (field, value) => {
    expect(faultsIn('it', field, value)).toEqual({})
    expect(faultsIn('it', fieldOf(JSON.parse(JSON.stringify(describeField('it', field, 'column')))), value)).toEqual({})
  })

  it('is said of each cell of rows, in the words of its column', () => {
    const lines = rows(
      {
        item: text({ ...label, required: true, max: 3 }),
        price: money({ ...label, min: '0' }),
        tier: choice({ ...label, choices: tiers }),
      },
      { ...label, max: 3 },
    )
    const value = [{ item: '四个字的', price: '-1', tier: 'C' }, { item: null, price: null, tier: null }, { price: 'x' }]
    const faults = {
      'it.0.item': words('最多 3 个字', 'At most 3 characters'),
      'it.0.price': words('不能小于 0', 'Must be at least 0'),
      'it.0.tier': words('不在选项中', 'Not among the choices'),
      'it.1.item': words('此项必填', 'This is required'),
      'it.2.item': words('此项必填', 'This is required'),
      'it.2.price': words('应为数字', 'Must be a number'),
    }
    expect(faultsIn('it', lines, value)).toEqual(faults)
    expect(faultsIn('it', fieldOf(describeField('it', lines, 'column')), value)).toEqual(faults)
    expect(faultsIn('it', lines, [{ item: 'a', more: 1 }])).toEqual({ 'it.0': words('没有“more”这一列', 'There is no column "more"') })
    expect(
      faultsIn(
        'it',
        lines,
        Array.from({ length: 4 }, () => ({ item: 'a' })),
      ),
    ).toEqual({ it: words('最多 3 项', 'At most 3') })
  })
})
