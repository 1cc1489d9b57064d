import type { Instant } from '#shared/domain/dates.ts'
import { LEDGER_PARTS } from '#shared/domain/ledger/export-limits.ts'
import type { Key } from './record-store.ts'

const key = (PK: string, SK: string): Key => ({ PK, SK })
const padded = (n: number, width: number) => String(n).padStart(width, '0')

/** Every key of the table in one place; docs: the table of items in shared/records/README.md. */
export const keys = {
  contact: (id: string) => key(`CONTACT#${id}`, 'PROFILE'),
  role: (contact: string, group: string, role: string, from: string) =>
    key(`CONTACT#${contact}`, `ROLE#${group}#${role}#${from}`),
  addressOwner: (addressHash: string) => key(`EMAIL#${addressHash}`, 'OWNER'),
  seat: () => key('SWG', 'SEAT'),
  activation: () => key('SYSTEM', 'ACTIVATION'),
  planning: () => key('SYSTEM', 'PLANNING'),
  round: (round: string) => key(`ROUND#${round}`, 'PROFILE'),
  report: (round: string, twg: string) => key(`ROUND#${round}`, `REPORT#${twg}`),
  reportVersion: (round: string, twg: string, version: number) =>
    key(`REPORT#${round}#${twg}`, `V#${padded(version, 4)}`),
  verdict: (round: string, twg: string, version: number) =>
    key(`REPORT#${round}#${twg}`, `V#${padded(version, 4)}#VERDICT`),
  withdrawal: (round: string, twg: string, version: number) =>
    key(`REPORT#${round}#${twg}`, `V#${padded(version, 4)}#WITHDRAWAL`),
  draft: (round: string, twg: string) => key(`REPORT#${round}#${twg}`, 'DRAFT'),
  discardedDraft: (round: string, twg: string, at: Instant) => key(`REPORT#${round}#${twg}`, `DISCARDED#${at}`),
  contribution: (id: string) => key(`CONTRIBUTION#${id}`, 'HEAD'),
  movement: (year: number, contribution: string, seq: number) =>
    key(movementPartition(year, shardOf(contribution)), `MOVE#${contribution}#${padded(seq, 4)}`),
  contributionChange: (id: string, seq: number) => key(`CONTRIBUTION#${id}`, `CHANGE#${padded(seq, 4)}`),
  ledgerYear: (year: number) => key('LEDGER', `YEAR#${padded(year, 4)}`),
  donor: (id: string) => key('LEDGER', `DONOR#${id}`),
  importComplete: (file: string) => key('LEDGER', `IMPORT#${file}`),
  explanation: (year: number, sources: string, donor: string) =>
    key(`EXPLAINED#${padded(year, 4)}`, `${sources}#${donor}`),
  explanationBefore: (year: number, sources: string, donor: string, version: number) =>
    key(`EXPLAINED-BEFORE#${padded(year, 4)}`, `${sources}#${donor}#${padded(version, 4)}`),
  confirmation: (donor: string, at: string) => key(`DONOR#${donor}`, `CONFIRMED#${at}`),
  importFile: (file: string) => key(`IMPORT#${file}`, 'HEAD'),
  importPart: (file: string, part: number) => key(`IMPORT#${file}`, `FILE#${padded(part, 4)}`),
  intake: (hash: string) => key(`INTAKE#${hash}`, 'RESULT'),
  meeting: (id: string) => key(`MEETING#${id}`, 'HEAD'),
  minutes: (meeting: string, version: number) => key(`MEETING#${meeting}`, `MINUTES#${padded(version, 4)}`),
  actionPoint: (id: string) => key(`ACTION#${id}`, 'HEAD'),
  reminder: (subject: string, rule: string) => key(`SUBJECT#${subject}`, `REMIND#${rule}`),
  reminded: (subject: string, rule: string, contact: string) =>
    key(`SUBJECT#${subject}`, `REMINDED#${rule}#${contact}`),
  mail: (id: string) => key(`MAIL#${id}`, 'STATE'),
  message: (messageId: string) => key(`SES#${messageId}`, 'MAIL'),
  briefDraft: (brief: string) => key(`BRIEF#${brief}`, 'DRAFT'),
  briefVersion: (brief: string, version: number) => key(`BRIEF#${brief}`, `V#${padded(version, 2)}`),
  briefPdf: (brief: string, version: number, part: number) =>
    key(`BRIEF#${brief}`, `V#${padded(version, 2)}#PDF#${part}`),
  briefCopy: (brief: string, version: number, contact: string) =>
    key(`BRIEF#${brief}`, `COPY#${padded(version, 2)}#${contact}`),
  event: (subject: string, sequence: number, type: string) =>
    key(`STREAM#${subject}`, `${padded(sequence, 8)}#${type}`),
  outbox: (shard: string, time: string, id: string) => key(`OUTBOX#${shard}`, `${time}#${id}`),
  signIn: (hash: string) => key(`SIGNIN#${hash}`, 'PROOF'),
  feed: (hash: string) => key(`FEED#${hash}`, 'FEED'),
  ownFeed: (contact: string) => key(`CONTACT#${contact}`, 'FEED'),
  session: (hash: string) => key(`SESSION#${hash}`, 'SESSION'),
  attempts: (what: string, window: string) => key(`ATTEMPTS#${what}`, window),
} as const

/** A year's movements are spread over this many partitions, so that none is a hot spot. */
export const MOVEMENT_SHARDS = LEDGER_PARTS

/** Spreads ids evenly and for ever alike (FNV-1a, 32 bit). */
export const shardOf = (id: string): number => {
  let hash = 0x811c9dc5
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193)
  return (hash >>> 0) % MOVEMENT_SHARDS
}

export const movementPartition = (year: number, shard: number): string => `YEAR#${year}#${padded(shard, 2)}`

/** Partitions of GSI1. */
export const lists = {
  contacts: 'CONTACTS',
  group: (group: string) => `GROUP#${group}`,
  rounds: 'ROUNDS',
  reportsWaiting: 'REPORTS#submitted',
  donor: (donor: string) => `DONOR#${donor}`,
  imports: 'IMPORTS',
  calendar: 'CALENDAR',
  unaddressed: 'REMINDERS#unaddressed',
  actionPoints: (group: string) => `ACTIONS#${group}`,
  briefs: 'BRIEFS',
  briefDrafts: 'BRIEFS#draft',
  standingBriefs: (kind: string) => `BRIEFS#standing#${kind}`,
  intake: 'INTAKE',
  intakeRefused: 'INTAKE#rejected',
  strandedBriefs: 'MAIL#stranded-brief',
  mail: (month: string) => `MAIL#${month}`,
  log: (month: string) => `LOG#${month}`,
  sessions: (contact: string) => `CONTACT#${contact}`,
} as const
