/** What can be wrong with a backup, or with where it is to go. */
export type ArchiveFaultCode =
  | 'not-a-backup'
  | 'passphrase-needed'
  | 'passphrase-wrong'
  | 'truncated'
  | 'damaged'
  | 'newer-version'
  | 'target-not-empty'
  | 'not-the-same'
  | 'busy'
  | 'stopped'

export interface ArchiveFault extends Error {
  code: ArchiveFaultCode
}

/** An error with a code and words in both languages, as the command line prints them. */
export const archiveFault = (code: ArchiveFaultCode, zh: string, en: string): ArchiveFault =>
  Object.assign(new Error(`${zh}\n${en}`), { code })
