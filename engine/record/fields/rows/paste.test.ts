import { describe, expect, it } from 'vitest'
import { choice, day, integer, money, phone, text, yesNo } from '../index.ts'
import { pasteInto, type PasteColumn } from './paste.ts'
import { cellsOf, textOf } from './table-text.ts'

describe('cells of a pasted text', () => {
  it.each<[string, string[][] | null]>([
    [
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a\t\n\tb',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    [
      '"两\n行"\t"说""好"""\n5" 管\tx',
      [
        ['两\n行', '说"好"'],
        ['5" 管', 'x'],
      ],
    ],
    [
      '"未完\tb\nc\td',
      [
        ['"未完', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,"b,c"\nd,e',
      [
        ['a', 'b,c'],
        ['d', 'e'],
      ],
    ],
    ['甲\n乙', [['甲'], ['乙']]],
    ['一句话，有逗号', null],
    ['one, two', null],
    ['first line, with comma\nsecond without', null],
  ])('%j', (raw, cells) => expect(cellsOf(raw)).toEqual(cells))

  it('written and read again are the same', () => {
    const cells = [
      ['a\tb', 'c"d', 'e\nf'],
      ['1', '', '，'],
    ]
    expect(cellsOf(textOf(cells))).toEqual(cells)
  })
})

const label = { zh: '列', en: 'column' }
const column = (name: string, field: PasteColumn['field'], ...headings: string[]): PasteColumn => ({ name, field, headings })
const columns = [
  column('item', text({ ...label, required: true, max: 4 }), '项目', 'Item'),
  column('price', money({ ...label, min: '0' }), '单价', 'Price'),
  column('count', integer(label), '数量', 'Count'),
  column('on', day(label), '日期', 'Day'),
  column(
    'tier',
    choice({ ...label, choices: { A: { zh: '重点', en: 'Key', aliases: ['VIP'] }, B: { zh: '普通', en: 'Regular' } } }),
    '等级',
  ),
  column('paid', yesNo(label), '已付'),
  column('mobile', phone(label), '手机'),
]

describe('pasting into rows', () => {
  it('reads each cell as its column does', () => {
    const { rows, bad } = pasteInto(columns, [], { row: 0, column: 0 }, [
      ['甲', '￥1,234.50', '1,000', '2026年1月5日', 'vip', '是', '138 0013 8000'],
    ])
    expect(rows).toEqual([{ item: '甲', price: '1234.5', count: 1000, on: '2026-01-05', tier: 'A', paid: true, mobile: '+8613800138000' }])
    expect(bad).toBe(0)
  })

  it('keeps the text of a cell that it cannot read', () => {
    const { rows, bad } = pasteInto(columns, [], { row: 0, column: 0 }, [['甲', '-5', '约十个', '5/6/2026', '极品', '也许', '12']])
    expect(rows[0]).toEqual({ item: '甲', price: '-5', count: '约十个', on: '5/6/2026', tier: '极品', paid: '也许', mobile: '12' })
    expect(bad).toBe(6)
  })

  it('begins at a cell, changes what stands there, adds rows, and leaves the rest as it is', () => {
    const before = [
      { item: '旧', price: '1', count: 1 },
      { item: '二', price: '2', count: 2 },
    ]
    const { rows, height, width } = pasteInto(columns, before, { row: 1, column: 1 }, [
      ['20', '200'],
      ['30', '300'],
    ])
    expect(rows[0]).toBe(before[0])
    expect(rows[1]).toEqual({ item: '二', price: '20', count: 200 })
    expect(rows[2]).toEqual({ item: null, price: '30', count: 300, on: null, tier: null, paid: false, mobile: null })
    expect([height, width]).toEqual([2, 2])
    expect(before[1]).toEqual({ item: '二', price: '2', count: 2 })
  })

  it('takes "-", "无" and nothing as nothing', () => {
    const { rows, bad } = pasteInto(columns, [{ item: 'x', price: '1', count: 1 }], { row: 0, column: 1 }, [['-', '', '无', 'n/a', '无']])
    expect(rows[0]).toMatchObject({ price: null, count: null, on: null, tier: null, paid: false })
    expect(bad).toBe(0)
  })

  it('leaves out a line of headings, and tells of columns without a place', () => {
    const pasted = pasteInto(columns, [], { row: 0, column: 5 }, [
      ['已付', '手机'],
      ['否', '13800138000', '多余'],
    ])
    expect(pasted).toMatchObject({ height: 1, width: 2, beyond: 1 })
    expect(pasted.rows).toHaveLength(1)
    expect(pasted.rows[0]).toMatchObject({ paid: false, mobile: '+8613800138000' })
  })
})
