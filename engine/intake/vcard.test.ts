import { describe, expect, it } from 'vitest'
import { readCards } from './vcard.ts'

async function read(text: string, cut = text.length): Promise<Record<string, string>[]> {
  const pieces = (async function* () {
    for (let at = 0; at < text.length; at += cut) yield text.slice(at, at + cut)
  })()
  const lines: { line: number; cells: string[] }[] = []
  for await (const found of readCards(pieces, 'zh')) lines.push(found)
  const [head, ...cards] = lines
  return cards.map(({ line, cells }) => ({
    line: String(line),
    ...Object.fromEntries(cells.flatMap((cell, i) => (cell ? [[head!.cells[i]!, cell]] : []))),
  }))
}

const card = (version: string, ...lines: string[]) => ['BEGIN:VCARD', `VERSION:${version}`, ...lines, 'END:VCARD', ''].join('\r\n')

describe('contact cards', () => {
  it('of 3.0, with groups, labels, folding and escapes, however the pieces fall', async () => {
    const text = card(
      '3.0',
      'N:欧阳;娜娜;;;',
      'FN:欧阳娜娜',
      'ORG:云杉机电有限公司;销售部;华东',
      'TITLE:经理',
      'item1.TEL;type=pref:+86 139 5710 0001',
      'item1.X-ABLabel:_$!<Mobile>!$_',
      'TEL;type=WORK:0571-87001234',
      'TEL;TYPE=WORK,FAX:0571-87001235',
      'EMAIL;TYPE=INTERNET:nana@example.cn',
      'EMAIL;TYPE=HOME:home@example.cn',
      'ADR;type=WORK:;;文三路 1 号\\, 3 层;杭州;浙江;310000;中国',
      'BDAY:19850307',
      'NOTE:第一行\\n第二行\\; 分',
      ' 号',
    )
    const expected = [
      {
        line: '2',
        姓名: '欧阳娜娜',
        单位: '云杉机电有限公司',
        部门: '销售部 华东',
        职位: '经理',
        手机: '+86 139 5710 0001',
        座机: '0571-87001234',
        邮箱: 'nana@example.cn',
        地址: '浙江杭州文三路 1 号, 3 层',
        生日: '1985-03-07',
        备注: '第一行\n第二行; 分号\nwork fax：0571-87001235\nhome：home@example.cn',
      },
    ]
    for (const cut of [1, 7, 1000]) expect(await read(text, cut)).toEqual(expected)
  })

  it('of 2.1, in quoted-printable of another character set, with soft line breaks and a picture', async () => {
    const found = await read(
      card(
        '2.1',
        'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E5=BC=A0;=E4=B8=89;;;',
        'ORG;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:=D4=C6=C9=BC=',
        '=BB=FA=B5=E7',
        'TEL;CELL;PREF:13957100001',
        'TEL;HOME:0571-87000000',
        'PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ',
        ' SkZJRgABAQ',
        '',
        'AGENT:',
        'BEGIN:VCARD',
        'FN:代理人',
        'END:VCARD',
        'BDAY:1980-03-22T00:00:00Z',
      ),
    )
    expect(found).toEqual([{ line: '2', 姓名: '张三', 单位: '云杉机电', 手机: '13957100001', 座机: '0571-87000000', 生日: '1980-03-22' }])
  })

  it('of 4.0, with addresses of the web for numbers, preferences and quoted parameters', async () => {
    const found = await read(
      card(
        '4.0',
        'FN:Ada King',
        'N:King;Ada;;;',
        'TEL;VALUE=uri;TYPE="voice,work":tel:+44-20-7946-0000;ext=12',
        'TEL;VALUE=uri;PREF=1;TYPE="voice,cell":tel:+44-7700-900123',
        'EMAIL;PREF=2:second@example.org',
        'X-LABEL;NOTE="a:b":x',
        'GENDER:F',
        'CATEGORIES:VIP',
      ),
    )
    expect(found).toEqual([
      {
        line: '2',
        姓名: 'Ada King',
        手机: '+44-7700-900123',
        座机: '+44-20-7946-0000 ext 12',
        邮箱: 'second@example.org',
        性别: 'F',
        标签: 'VIP',
      },
    ])
  })

  it('have a name of their parts where they say no other, family first in Chinese', async () => {
    const both = card('3.0', 'N:王;五;;;') + card('3.0', 'N:Doe;John;M.;;')
    expect((await read(both)).map((one) => [one.line, one.姓名])).toEqual([
      ['2', '王五'],
      ['5', 'John M. Doe'],
    ])
  })

  it.each([
    ['that never ends', 'BEGIN:VCARD\nFN:x\n'],
    ['with something between them', `${card('3.0', 'FN:x')}something\n`],
  ])('%s are refused by their line', async (_, text) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'bad-file' })
  })
})
