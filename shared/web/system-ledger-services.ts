import type { Deps } from '#shared/usecases/deps.ts'
import type { LedgerServices } from './ledger-services.ts'
import { whenAsked } from './when-asked.ts'

/** The ledger's use cases, each loaded when it is first asked for. */
export const systemLedgerServices = (deps: Deps): LedgerServices => ({
  readLedger: whenAsked(async () => (await import('#shared/usecases/ledger/read-ledger.ts')).readLedger(deps)),
  listMovements: whenAsked(async () => (await import('#shared/usecases/ledger/list-movements.ts')).listMovements(deps)),
  reconcileYear: whenAsked(async () => (await import('#shared/usecases/ledger/reconcile-year.ts')).reconcileYear(deps)),
  exportLedger: whenAsked(async () => (await import('#shared/usecases/ledger/export-ledger.ts')).exportLedger(deps)),
  readContribution: whenAsked(async () =>
    (await import('#shared/usecases/ledger/read-contribution.ts')).readContribution(deps),
  ),
  enterContribution: whenAsked(async () =>
    (await import('#shared/usecases/ledger/enter-contribution.ts')).enterContribution(deps),
  ),
  correctContribution: whenAsked(async () =>
    (await import('#shared/usecases/ledger/correct-contribution.ts')).correctContribution(deps),
  ),
  withdrawContribution: whenAsked(async () =>
    (await import('#shared/usecases/ledger/withdraw-contribution.ts')).withdrawContribution(deps),
  ),
  readDonor: whenAsked(async () => (await import('#shared/usecases/ledger/read-donor.ts')).readDonor(deps)),
  confirmDonor: whenAsked(async () => (await import('#shared/usecases/ledger/confirm-donor.ts')).confirmDonor(deps)),
  explainDifference: whenAsked(async () =>
    (await import('#shared/usecases/ledger/explain-difference.ts')).explainDifference(deps),
  ),
  checkImport: whenAsked(async () => (await import('#shared/usecases/ledger/check-import.ts')).checkImport(deps)),
  startImport: whenAsked(async () => (await import('#shared/usecases/ledger/continue-import.ts')).startImport(deps)),
  readImport: whenAsked(async () => (await import('#shared/usecases/ledger/check-import.ts')).readImportOf(deps)),
  listImports: whenAsked(async () => (await import('#shared/usecases/ledger/check-import.ts')).listImports(deps)),
  jsonSchema: whenAsked(async () => {
    const { publishedSchema } = await import('#shared/usecases/intake/published-schema.ts')
    return async (name: string) => publishedSchema(name)
  }),
})
