import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkBackup } from '#engine/backup/restore-backup.ts'
import { sql } from '#engine/store/sql.ts'
import { openCompany } from '#test'

const company = openCompany()

const job = (name: string) => company.runtime.house.jobs.get(name)!
const once = { id: 'x', attempt: 0, signal: new AbortController().signal }
const list = async () => (await (await company.as('admin')).get('backups')).body

describe('backups', () => {
  it('are made by hand, one at a time, and read back from the disk', async () => {
    const admin = await company.as('admin')
    expect((await list()).items).toEqual([])
    expect((await admin.post('backups')).status).toBe(202)
    expect((await admin.post('backups')).status).toBe(409)
    await company.work()
    const [backup] = (await list()).items
    expect(backup).toMatchObject({ kind: 'manual', state: 'done', error: null, isEncrypted: false })
    expect(backup.verifiedAt).not.toBeNull()
    expect(backup.report.rows).toBeGreaterThan(100)
    expect(fs.statSync(backup.file).size).toBe(backup.size)
    expect(path.dirname(backup.file)).toBe(path.join(company.runtime.folder, 'backups'))
    await checkBackup(backup.file)
  })

  it('are made once a night, however many workers think of it, as the plan says', async () => {
    const admin = await company.as('admin')
    const into = path.join(company.runtime.folder, 'elsewhere')
    const made = await admin.post('records/backupPlan', { startsAt: '03:00', folder: into, keepDaily: 2, keepWeekly: 0, keepMonthly: 0 })
    expect(made.status, made.text).toBe(201)
    expect((await admin.post('records/backupPlan', { startsAt: '04:00' })).status).toBe(409)
    const clock = company.runtime.clock
    const nightly = async () => (await list()).items.filter((item: { kind: string }) => item.kind === 'nightly')
    try {
      // 2026-06-16, ten to three and ten past three in Shanghai.
      company.runtime.clock = () => Date.parse('2026-06-15T18:50:00Z')
      await job('plan-backups').run(company.runtime, {}, once)
      expect(await nightly()).toEqual([])
      for (const day of ['15', '16', '17']) {
        company.runtime.clock = () => Date.parse(`2026-06-${day}T19:10:00Z`)
        await Promise.all([1, 2, 3].map(() => job('plan-backups').run(company.runtime, {}, once)))
        await company.work()
      }
      const found = await nightly()
      expect(found.map(({ day, state }: { day: string; state: string }) => [day, state])).toEqual([
        ['2026-06-18', 'done'],
        ['2026-06-17', 'done'],
        ['2026-06-16', 'removed'],
      ])
      expect(fs.readdirSync(into).length).toBe(2)
    } finally {
      company.runtime.clock = clock
    }
  })

  it('that cannot be written are told to administrators, and leave no file', async () => {
    const blocked = path.join(company.runtime.folder, 'blocked')
    fs.writeFileSync(blocked, 'a file where a folder should be')
    const admin = await company.as('admin')
    const { plan } = await list()
    const { version } = (await admin.get(`records/backupPlan/${plan.id}`)).body
    expect((await admin.patch(`records/backupPlan/${plan.id}`, version, { folder: path.join(blocked, 'in') })).status).toBe(200)
    const { id } = (await admin.post('backups')).body
    await expect(company.work()).rejects.toThrow()
    await job('back-up').givenUp!(company.runtime, { backup: id })
    const backup = (await list()).items.find((item: { id: string }) => item.id === id)
    expect(backup).toMatchObject({ state: 'failed', error: expect.stringMatching(/ENOTDIR|EEXIST/) })
    await company.settle()
    const told = await admin.get('notices')
    expect(told.text).toContain('has failed')
    expect(await company.database.row(sql`select count(*) as n from notice where kind = 'platform.backupFailed'`)).toMatchObject({ n: 1 })
  })
})
