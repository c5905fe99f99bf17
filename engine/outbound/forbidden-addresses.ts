import { BlockList, isIP } from 'node:net'

/** Which addresses a request of ours may never lead to, and which of our own network somebody has allowed. */

type Range = readonly [string, number]

/** Not of the public internet, by the registries of special addresses; reached only where somebody has named them. */
const inside: readonly Range[] = [
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
]

/** Never reached, whatever is allowed: this host, one's own link, groups, and where clouds keep the keys of a machine. */
const never: readonly Range[] = [
  ['0.0.0.0', 8],
  ['169.254.0.0', 16],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  // Metadata of Alibaba Cloud, of Azure, of Amazon by IPv6.
  ['100.100.100.200', 32],
  ['168.63.129.16', 32],
  ['fd00:ec2::254', 128],
  ['fe80::', 10],
  ['ff00::', 8],
  // Addresses of IPv4 in other clothes: they would lead around everything above.
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2002::', 16],
  ['2001::', 23],
]

/** Tells whether an address lies in certain networks. */
export type Networks = (address: string) => boolean

/** Each family by itself: a list of both takes every address of IPv4 for one of IPv6 in other clothes. */
function networksOf(ranges: readonly Range[]): Networks {
  const lists = { 4: new BlockList(), 6: new BlockList() }
  for (const [address, prefix] of ranges) lists[familyOf(address)].addSubnet(address, prefix, `ipv${familyOf(address)}`)
  return (address) => lists[familyOf(address)].check(address, `ipv${familyOf(address)}`)
}
const familyOf = (address: string): 4 | 6 => (isIP(address) === 6 ? 6 : 4)

const isInside = networksOf(inside)
const isNever = networksOf(never)
/** What is given out to the world, and within it what is for books of examples. */
const isWorld = networksOf([['2000::', 3]])
const isExample = networksOf([
  ['2001:db8::', 32],
  ['3fff::', 20],
])

/**
 * Reads networks as an administrator writes them: "10.1.0.0/16, 192.168.5.20". Throws, with words in both languages, where one of them is none.
 */
export function readNetworks(text: string | undefined): Networks {
  const ranges = (text ?? '').split(/[\s,，、]+/).filter(Boolean)
  return networksOf(
    ranges.map((range): Range => {
      const [address = '', bits] = range.split('/')
      const kind = isIP(address)
      const longest = kind === 6 ? 128 : 32
      const prefix = bits === undefined ? longest : /^\d{1,3}$/.test(bits) ? Number(bits) : -1
      if (!kind || prefix < 0 || prefix > longest)
        throw new Error(
          `ZHIKE_REACHABLE_NETWORKS 中的“${range}”不是网络地址，应如 10.1.0.0/16。 "${range}" in ZHIKE_REACHABLE_NETWORKS is no network; write 10.1.0.0/16.`,
        )
      return [address, prefix]
    }),
  )
}

/** Whether a request may lead to an address. @param allowed networks of our own that somebody has named */
export function mayReach(address: string, allowed: Networks): boolean {
  const kind = isIP(address)
  if (!kind || address.includes('%') || isNever(address)) return false
  if (allowed(address)) return true
  return kind === 4 ? !isInside(address) : isWorld(address) && !isExample(address)
}
