import * as z from 'zod'
import { Instant } from '../dates.ts'
import { oneLaoSpelling } from '../lao-spelling.ts'

/** Who says so. Two sources of one year are both kept and never merged. */
export const FundingSource = z.enum(['government', 'donor', 'landmine-monitor', 'fts', 'iati'])
export type FundingSource = z.infer<typeof FundingSource>

/** How far the donor binds the money (Grand Bargain, annex I); `not-stated` where nobody said. */
export const Earmarking = z.enum(['not-stated', 'unearmarked', 'softly-earmarked', 'earmarked', 'tightly-earmarked'])
export type Earmarking = z.infer<typeof Earmarking>

export const ContributionForm = z.enum(['financial', 'in-kind'])

/** As many movements as one transaction can reverse and replace. */
export const MOST_MOVEMENTS = 30

/** Pillars with their percentages (hundredths at most, sum 100), or several without a split. */
export const Pillars = z.lazy(() =>
  z.union([
    z.strictObject({ notDisaggregated: z.array(z.string()) }),
    z.array(z.strictObject({ pillar: z.string(), percent: z.number().min(0).max(100) })).min(1),
  ]),
)
export type Pillars = z.infer<typeof Pillars>

/** Who did something: `contact/<id>`, or another system under its source; the name as it was then. */
export const Doer = z.lazy(() => z.strictObject({ actor: z.string(), name: z.string() }))
export type Doer = z.infer<typeof Doer>

const facts = {
  donor: z.lazy(() => z.strictObject({ id: z.string(), name: z.string() })),
  title: z.string(),
  /** Who receives it first. Only this step counts; onward transfers name their parent. */
  recipient: z.string(),
  implementers: z.array(z.string()),
  pillars: Pillars,
  form: ContributionForm,
  /** Codes of the sector's provinces. */
  provinces: z.array(z.string()),
  earmarking: Earmarking,
  /** The donor's own reference or IATI activity identifier. */
  reference: z.string(),
  /** The contribution that this one passes on; it is in no total then. Empty: it comes from its donor. */
  parent: z.string(),
  source: FundingSource,
}

/** What every movement of a contribution repeats: under which facts it was recorded. */
export const carriedFacts = facts

/** What a donor gives, and to whom first. Its money is in the movements. */
export const Contribution = z.lazy(() =>
  z.strictObject({
    id: z.string(),
    ...facts,
    /** Where it can be read up. */
    evidence: z.string(),
    note: z.string(),
    /** The number of the last movement. */
    movements: z.int().positive(),
    /** Every year that has movements of it. */
    years: z.array(z.int()),
    recorded: z.strictObject({ at: Instant, by: Doer }),
    /** Fingerprint of what the form held that recorded it: the same form with other content is no resend. */
    entered: z.string().optional(),
    /** Recorded by mistake and taken back as a whole; absent while it stands. */
    withdrawn: z.strictObject({ at: Instant, by: Doer, reason: z.string() }).optional(),
    /** The import that brought it; nobody sees it before that is complete. */
    import: z.string().optional(),
  }),
)
export type Contribution = z.infer<typeof Contribution>

/** What can be said of a contribution, and corrected. */
export type ContributionFacts = Omit<
  Contribution,
  'id' | 'movements' | 'years' | 'recorded' | 'entered' | 'withdrawn' | 'import'
>

/** Signs on letters of scripts that read without them (`é`, `й`), and signs that stand on no letter. */
const ACCENTS = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]|[^\p{L}\p{M}]|^)\p{M}+/gu

/**
 * An id from a name: `Republic of Korea` → `republic-of-korea`. Any donor is accepted, organisations too. Accents go; the signs of
 * other scripts stay, since they are vowels and tones: without them two names in Lao are one.
 */
export const donorId = (name: string): string =>
  oneLaoSpelling(name.normalize('NFKD'))
    .replace(ACCENTS, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
