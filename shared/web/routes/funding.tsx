import { Hono } from 'hono'
import type { VisitEnv, Web } from '../visit.ts'
import { contributionRoutes } from './ledger/contributions.tsx'
import { donorRoutes } from './ledger/donors.tsx'
import { ledgerFileRoutes } from './ledger/files.ts'
import { importRoutes } from './ledger/imports.tsx'
import { ledgerRoutes } from './ledger/ledger.tsx'

/** The ledger: its analysis, its contributions, what comes in and what is taken away. */
export const fundingRoutes = (web: Web) =>
  new Hono<VisitEnv>()
    .route('/', ledgerRoutes(web))
    .route('/', donorRoutes(web))
    .route('/', contributionRoutes(web))
    .route('/', importRoutes(web))
    .route('/', ledgerFileRoutes(web))
