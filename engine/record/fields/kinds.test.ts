import { describe, expect, it } from 'vitest'
import { Unreadable, type Field } from '#engine/record/field.ts'
import { schemaOf } from '#engine/record/parse.ts'
import {
  choice,
  choices,
  clock,
  day,
  decimal,
  email,
  instant,
  integer,
  kindOf,
  money,
  percent,
  phone,
  repetition,
  text,
  url,
  yesNo,
} from './index.ts'

const words = { zh: '值', en: 'value' }
const tier = choice({ ...words, choices: { A: { zh: '重点', en: 'Key', aliases: ['VIP'] }, B: { zh: '普通', en: 'Regular' } } })
const tags = choices({ ...words, choices: { a: { zh: '甲', en: 'A' }, b: { zh: '乙', en: 'B' } } })

/** How people write things down, and what is read. `null`: not read, never guessed. */
const spellings: [Field, string, unknown][] = [
  [integer(words), '1,234', 1234],
  [integer(words), '１２３', 123],
  [integer(words), '12.5', null],
  [integer(words), '约100', null],
  [decimal(words), '(500.00)', '-500'],
  [decimal(words), '1.2万', '12000'],
  [decimal(words), '1,234.5000', '1234.5'],
  [money(words), '￥1,000', '1000'],
  [money(words), '1000元', '1000'],
  [money(words), '一千', null],
  [percent(words), '12.5%', '12.5'],
  [day(words), '2023-01-05', '2023-01-05'],
  [day(words), '2023/1/5', '2023-01-05'],
  [day(words), '2023年1月5日', '2023-01-05'],
  [day(words), '2023.01.05', '2023-01-05'],
  [day(words), '20230105', '2023-01-05'],
  [day(words), '1990-02-29', null],
  [day(words), '05/06/1988', null],
  [day(words), '25/12/1988', '1988-12-25'],
  [instant(words), '2023-01-09T08:00:00+08:00', '2023-01-09T00:00:00.000Z'],
  [phone(words), '138 0013 8001', '+8613800138001'],
  [phone(words), '１３８００１３８００１', '+8613800138001'],
  [phone(words), '+86 13800138001', '+8613800138001'],
  [phone(words), '0571-88001234', '+8657188001234'],
  [phone(words), '1380013', null],
  [phone({ ...words, mobileOnly: true }), '0571-88001234', null],
  [email(words), 'Chen.Jing@Example.COM', 'chen.jing@example.com'],
  [email(words), 'chen@', null],
  [url(words), 'https://example.com/a', 'https://example.com/a'],
  [url(words), 'javascript:alert(1)', null],
  [clock(words), '9:30', '09:30'],
  [clock(words), '24:00', null],
  [clock({ ...words, isEnd: true }), '24点', '24:00'],
  [clock({ ...words, isEnd: true }), '24:30', null],
  [clock(words), '下午3点', '15:00'],
  [clock(words), '上午9点半', null],
  [clock(words), '２１：０５', '21:05'],
  [clock(words), '12 am', '00:00'],
  [clock(words), '25:00', null],
  [repetition(words), 'FREQ=WEEKLY;BYDAY=WE,MO', 'FREQ=WEEKLY;BYDAY=MO,WE'],
  [repetition(words), '每周一', null],
  [yesNo(words), '是', true],
  [yesNo(words), 'N', false],
  [yesNo(words), '也许', null],
  [tier, 'vip', 'A'],
  [tier, ' 普通 ', 'B'],
  [tier, '极品', null],
  [tags, '甲、乙', ['a', 'b']],
  [text({ ...words, pattern: { is: /^[A-Z]+$/, words: { zh: '只能是大写字母', en: 'capital letters only' } } }), 'abc', null],
]

describe('a field reads what people write', () => {
  it.each(spellings)('%#: %o', (field, raw, expected) => {
    let value: unknown
    try {
      const read = kindOf(field).read(raw, field.options).value
      const checked = schemaOf(field).safeParse(read)
      value = checked.success ? checked.data : null
    } catch (error) {
      expect(error).toBeInstanceOf(Unreadable)
      expect((error as Unreadable).words.zh.length).toBeGreaterThan(3)
      expect((error as Unreadable).words.en.length).toBeGreaterThan(3)
      value = null
    }
    expect(value).toEqual(expected)
  })
})

describe('a field refuses what does not fit through the interface', () => {
  const bad: [Field, unknown[]][] = [
    [text(words), ['', '  ', 5, {}, [], true, 'a\u0000b', 'x'.repeat(201)]],
    [integer(words), ['5', 1.5, Number.NaN, 1e12, {}]],
    [money(words), ['1e5', 'abc', '', '1.234567']],
    [day(words), ['2023-02-30', '2023-1-5', 20230105, '0000-00-00']],
    [instant(words), ['yesterday', 5, '2023-01-01']],
    [yesNo(words), ['true', 1, 0]],
    [tier, ['C', 1, ['A']]],
    [email(words), ['a@b', 'a b@c.de', 'x'.repeat(300)]],
    [url(words), ['ftp:/x', 'javascript:alert(1)', 'data:text/html,x']],
    [phone(words), ['abc', {}, '+++']],
  ]
  it.each(bad)('%#', (field, values) => {
    for (const value of values) expect(schemaOf(field).safeParse(value).success, `${field.kind} ${JSON.stringify(value)}`).toBe(false)
  })
})

describe('a masked value', () => {
  it.each<[Field, string, RegExp]>([
    [phone(words), '+8613800138001', /^(?!.*13800138001).*\*+.*8001$/],
    [email(words), 'chenjing@example.com', /^(?!.*chenjing).*\*+.*@example\.com$/],
    [text(words), '绝密内容', /^绝\*+$/],
  ])('%# keeps its secret', (field, value, shown) => expect(kindOf(field).mask!(value as never)).toMatch(shown))
})
