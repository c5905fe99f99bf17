import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import { parse } from 'csv-parse/sync'
import type { CustomerToMatch } from '../capabilities/customers/rules/matching.ts'

/** A row of a public data set as a customer, with what tells the truth about it. */
export interface Known {
  id: string
  customer: CustomerToMatch
}

const readTable = (file: string, encoding: 'utf-8' | 'gbk' = 'utf-8'): Record<string, string>[] => {
  const bytes = fs.readFileSync(file)
  const text = new TextDecoder(encoding).decode(file.endsWith('.gz') ? zlib.gunzipSync(bytes) : bytes)
  return parse(text, { columns: true, trim: true, bom: true, skip_empty_lines: true })
}

const joined = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join(' ')

/** FEBRL: persons, with duplicates among them. The truth stands in the number of the record: `rec-7-org`, `rec-7-dup-0`. */
export const readFebrl = (folder: string, part: 1 | 2): Known[] =>
  readTable(path.join(folder, 'dedupe-febrl', `febrl_dataset${part}.csv.gz`)).map((row) => ({
    id: row.rec_id!.split('-')[1]!,
    customer: {
      kind: 'person',
      name: joined(row.given_name, row.surname),
      address: joined(row.street_number, row.address_1, row.address_2, row.suburb, row.postcode),
      region: row.state,
      birthday: row.date_of_birth,
      identityNumbers: [row.soc_sec_id!],
    },
  }))

/** Restaurants in two guides. */
export function readRestaurants(folder: string): { left: Known[]; right: Known[]; truth: Set<string> } {
  const at = (file: string) => path.join(folder, 'linkage-fodors-zagats', file)
  const read = (file: string): Known[] =>
    readTable(at(file)).map((row) => ({
      id: row.id!,
      customer: {
        kind: 'enterprise',
        name: row.name!,
        address: row.addr,
        region: row.city,
        phones: [row.phone!],
        industry: row.type,
      },
    }))
  const truth = readTable(at('matches_fodors_zagats.csv')).map((row) => `${row.fodors_id} ${row.zagats_id}`)
  return { left: read('fodors.csv'), right: read('zagats.csv'), truth: new Set(truth) }
}

const sizes: Record<string, number> = {
  少于15人: 8,
  '15-50人': 30,
  '50-150人': 90,
  '150-500人': 300,
  '500-2000人': 1000,
  '2000人以上': 4000,
}

/** Short and brand names of Chinese companies, and the names under which they are registered. */
export function readChineseCompanies(folder: string): { left: Known[]; right: Known[]; truth: Set<string> } {
  const at = (file: string) => path.join(folder, 'dedupe-cn-companies', file)
  const left = readTable(at('lagou_leads_short_names.csv')).map((row): Known => {
    const customer: CustomerToMatch = {
      kind: 'enterprise',
      name: row.company_short_name!,
      region: row.city,
      employees: sizes[row.companySize!],
    }
    return { id: row.id_b!, customer }
  })
  const right = readTable(at('lagou_accounts_full_names.csv')).map((row): Known => {
    const customer: CustomerToMatch = {
      kind: 'enterprise',
      name: row.company_full_name!,
      region: row.city,
      industry: row.industryField,
      employees: sizes[row.companySize!],
    }
    return { id: row.id_a!, customer }
  })
  const truth = readTable(at('lagou_truth_pairs.csv')).map((row) => `${row.id_b} ${row.id_a}`)
  return { left, right, truth: new Set(truth) }
}

/** Short names of listed companies in two years. */
export function readListedCompanies(folder: string): { left: Known[]; right: Known[]; truth: Set<string> } {
  const read = (file: string, encoding: 'utf-8' | 'gbk'): Known[] =>
    readTable(path.join(folder, 'dedupe-cn-companies', file), encoding).map((row) => ({
      id: row.truth_code!,
      customer: { kind: 'enterprise', name: row.name!, industry: row.industry, region: row.area },
    }))
  const left = read('listed_companies_old_gbk.csv', 'gbk')
  const right = read('listed_companies_new_utf8.csv', 'utf-8')
  const known = new Set(right.map(({ id }) => id))
  return { left, right, truth: new Set(left.filter(({ id }) => known.has(id)).map(({ id }) => `${id} ${id}`)) }
}
