import { expect, it } from 'vitest'
import { choiceCode } from './choice-code.ts'
import { fieldName } from './field-name.ts'

it.each([
  [{ zh: '装修风格', en: 'Style of decoration' }, [], 'styleOfDecoration'],
  [{ zh: '面积', en: 'Area' }, ['area'], 'area2'],
  [{ zh: '面积', en: '' }, [], 'field1'],
  [{ zh: '面积', en: '3D view' }, ['field1'], 'field2'],
  [null, [], 'field1'],
])('a field called %j, beside %j, is named %s', (label, taken, name) => expect(fieldName(label, taken)).toBe(name))

it.each([
  ['短视频', 'Short video', [], 'shortVideo'],
  ['短视频', null, [], 'dsp'],
  ['老同学', '', ['ltx'], 'ltx2'],
  ['★', null, [], 'choice'],
])('a choice called %s / %s, beside %j, has the code %s', (zh, en, taken, code) => expect(choiceCode(zh, en, taken)).toBe(code))
