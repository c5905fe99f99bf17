import { describe, expect, it } from 'vitest'
import { isCommon, refusePassword } from './password-rules.ts'

describe('a password', () => {
  it.each([
    '1234567890',
    '12345678910',
    '0987654321',
    '9876543210',
    '1111111111',
    '0000000000',
    '1212121212',
    '1231231231',
    '123123123123',
    'qwertyuiop',
    'qwerty12345',
    'qwerty123456',
    'qwertyuiop123',
    'asdfghjkl123',
    'asdfghjkl;',
    'zxcvbnm123',
    'qazwsxedcrfv',
    '1qaz2wsx3edc',
    '1q2w3e4r5t',
    'q1w2e3r4t5',
    '1q2w3e4r5t6y',
    'zaq12wsxcde3',
    'abcdefghij',
    'abcd123456',
    'abc1234567',
    'aaaaaaaaaa',
    'password12',
    'password123',
    'Password123',
    'PASSWORD2026',
    'P@ssw0rd123',
    'p@$$w0rd2026!',
    'Passw0rd!!',
    'passwordpassword',
    'password1234!',
    'letmein1234',
    'welcome123',
    'Welcome2026!',
    'admin12345',
    'administrator',
    'admin@1234',
    'adminadmin',
    'rootroot123',
    'iloveyou12',
    'iloveyou123',
    'iloveyou520',
    'woaini1314',
    'woaini520520',
    'woaini1314520',
    '5201314520',
    '5201314521',
    'a123456789',
    'A1234567890',
    'aa123456789',
    'abc123456789',
    'q123456789q',
    '147258369147',
    '1472583690',
    '159357159357',
    '13812345678',
    '8613812345678',
    'sunshine123',
    'princess12',
    'football123',
    'superman123',
    'michael1234',
    'trustno1trustno1',
    'changeme123',
    'Changeme!2026',
    'Shanghai2026',
    'hangzhou@123',
    'zhangwei123',
    'wangfang1988',
    'qq123456789',
    'wodemima123',
    'Summer2026!',
    'winter2025',
    'January2026',
    'Monday12345',
    '我的密码123456',
    'zhike123456',
    'Zhike@2026',
    'test123456',
    'testtest12',
    'liverpool1',
    'qwe123qwe123',
    'abcabcabcabc',
    '!@#$%^&*()',
    'q1w2e3r4t5y6',
    '1234567890qwertyuiop',
    'passwordPASSWORD',
    'pass_word_123',
    '..password..1',
  ])('"%s" is guessed first', (password) => expect(isCommon(password)).toBe(true))

  it.each([
    'yunshan-demo',
    'a good password',
    'correct horse battery',
    'lantern-river-42',
    '三更灯火五更鸡正是读书',
    'Vj8kq2mTz_x',
    'the old password of mine',
    'bench-password',
    'not to be guessed',
    '8f3a91c07d22',
    'wuyuetian zai yuzhong',
    'kx 72 hollow bird',
  ])('"%s" is not', (password) => expect(isCommon(password)).toBe(false))

  it('is as long as anybody likes, to 128 characters, of whatever script', () => {
    expect(refusePassword('短密码', [])?.en).toBe('at least 10 characters')
    expect(refusePassword('一二三四五六七八九', [])?.en).toBe('at least 10 characters')
    expect(refusePassword('柳暗花明又一村山重水复', [])).toBeNull()
    expect(refusePassword(`x7${'柳暗花明'.repeat(31)}xy`, [])).toBeNull()
    expect(refusePassword(`x7${'柳暗花明'.repeat(32)}`, [])?.en).toBe('at most 128 characters')
  })

  it('is not the name or address of its user', () => {
    const own = ['Margarethe', 'margarethe.li@example.cn']
    expect(refusePassword('margarethe1', own)?.en).toContain('name or e-mail')
    expect(refusePassword('Margarethe.Li@example.cn', own)?.en).toContain('name or e-mail')
    expect(refusePassword('margarethe sings at dawn', own)).toBeNull()
  })

  it('is refused where whoever runs the product has a list with it', () => {
    expect(refusePassword('lantern-river-42', [], (password) => password === 'lantern-river-42')?.en).toContain('too common')
  })
})
