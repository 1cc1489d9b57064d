import type { Actor } from '#shared/domain/contact.ts'
import type { Instant } from '#shared/domain/dates.ts'
import type { ImportFile } from '#shared/domain/ledger/import/import-file.ts'
import type { CheckedImport, ImportSheet } from '#shared/usecases/ledger/check-import.ts'
import type { CorrectContribution } from '#shared/usecases/ledger/correct-contribution.ts'
import type { EnterContribution } from '#shared/usecases/ledger/enter-contribution.ts'
import type { ExplainDifference } from '#shared/usecases/ledger/explain-difference.ts'
import type { ExportFile, ExportLedger } from '#shared/usecases/ledger/export-ledger.ts'
import type { LedgerFilter, MovementList } from '#shared/usecases/ledger/list-movements.ts'
import type { ContributionView } from '#shared/usecases/ledger/read-contribution.ts'
import type { DonorView } from '#shared/usecases/ledger/read-donor.ts'
import type { LedgerView } from '#shared/usecases/ledger/read-ledger.ts'
import type { ReconcileYear, YearCompared } from '#shared/usecases/ledger/reconcile-year.ts'
import type { WithdrawContribution } from '#shared/usecases/ledger/withdraw-contribution.ts'

export type { ImportFile } from '#shared/domain/ledger/import/import-file.ts'
export type { ImportSheet } from '#shared/usecases/ledger/check-import.ts'
export type { LedgerFilter, MovementList } from '#shared/usecases/ledger/list-movements.ts'
export type { ImportPreview } from '#shared/usecases/ledger/preview-import.ts'
export type { ContributionView } from '#shared/usecases/ledger/read-contribution.ts'
export type { DonorView } from '#shared/usecases/ledger/read-donor.ts'
export type { LedgerView } from '#shared/usecases/ledger/read-ledger.ts'
export type { YearCompared } from '#shared/usecases/ledger/reconcile-year.ts'

/** What the pages of the ledger ask of the system. */
export interface LedgerServices {
  readLedger(actor: Actor, now: Instant): Promise<LedgerView>
  listMovements(filter: LedgerFilter & { page: number }, actor: Actor, now: Instant): Promise<MovementList>
  reconcileYear(which: ReconcileYear, actor: Actor, now: Instant): Promise<YearCompared>
  exportLedger(wanted: ExportLedger, actor: Actor, now: Instant): Promise<ExportFile>
  readContribution(id: string, actor: Actor, now: Instant): Promise<ContributionView>
  /** @returns the new contribution's id. ContributionMistakes name every field to mend. */
  enterContribution(command: EnterContribution, actor: Actor, now: Instant): Promise<string>
  correctContribution(command: CorrectContribution, actor: Actor, now: Instant): Promise<void>
  withdrawContribution(command: WithdrawContribution, actor: Actor, now: Instant): Promise<void>
  readDonor(which: { donor: string; page: number }, actor: Actor, now: Instant): Promise<DonorView>
  confirmDonor(command: { donor: string; seen: string }, actor: Actor, now: Instant): Promise<void>
  explainDifference(command: ExplainDifference, actor: Actor, now: Instant): Promise<void>
  checkImport(file: { name: string; csv: string; source: string }, actor: Actor, now: Instant): Promise<CheckedImport>
  startImport(id: string, actor: Actor, now: Instant): Promise<ImportFile>
  readImport(id: string, actor: Actor, now: Instant): Promise<ImportSheet>
  listImports(actor: Actor, now: Instant): Promise<readonly ImportFile[]>
  /** A published JSON Schema by its file name. */
  jsonSchema(name: string): Promise<object | undefined>
}
