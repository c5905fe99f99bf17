import { defineAction } from '#engine/action/define-action.ts'
import { badFields } from '#engine/action/refusal.ts'
import { words } from '#engine/text/words.ts'
import { latestSetting, siteOf, takeTurn } from '../queries.ts'
import { SiteSetting } from '../records/site-setting.ts'
import { settingsFaults, splits } from '../rules/settings.ts'

const shares = [...Object.keys(splits), ...Object.values(splits)]

/** The next version of a site's rules. Rulings made before go on by theirs. */
export const createSiteSetting = defineAction('siteSetting.create', {
  creates: SiteSetting,
  words: { label: words('新的规则版次', 'New version of the rules') },
  async run({ input, store, queries }) {
    const values = input as Record<string, unknown> & { site: string }
    const usual = Object.fromEntries(shares.map((name) => [name, SiteSetting.fields[name as 'declinedReceiver'].options.default]))
    const numbers = Object.fromEntries(shares.map((name) => [name, Number(values[name] ?? usual[name])]))
    const faults = settingsFaults({ ...values, ...numbers })
    if (Object.keys(faults).length > 0) throw badFields(faults)
    const site = await siteOf(queries, values.site)
    if (!site?.isSite) throw badFields({ site: words('不是现场', 'is not a site') })
    await takeTurn(queries, `site-setting ${values.site}`)
    const number = ((await latestSetting(queries, values.site))?.number ?? 0) + 1
    return store.create(SiteSetting, { ...values, number, name: `${site.name} ${number}` } as never)
  },
})
