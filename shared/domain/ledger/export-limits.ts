/** Files in which a year of the ledger can be taken away; `xml` is IATI 2.03. */
export const EXPORT_FORMATS = ['csv', 'xlsx', 'xml'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** More movements than this are exported in parts: what a function hands back may not pass 6 MB. */
export const MOVEMENTS_A_FILE = 8_000
/** A year lies in so many parts: partitions of the table, so that none is a hot spot, and the parts of an export, which together read it once. */
export const LEDGER_PARTS = 16
