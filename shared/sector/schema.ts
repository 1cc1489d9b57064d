import * as z from 'zod'

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')
const day = z.iso.date()
const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'month and day, such as 04-15')
const days = z.int()

const Twg = z.strictObject({ id, name: z.string(), number: z.int().positive() })

const Donor = z.strictObject({
  id,
  name: z.string(),
  /** Where the donor stands in the alphabet of protocol; its name unless given. */
  sortName: z.string().optional(),
})

const Obligation = z.strictObject({
  id,
  name: z.string(),
  /** A day that returns each year, or one day. */
  due: z.union([z.strictObject({ every: monthDay }), z.strictObject({ on: day })]),
  /** Where the obligation comes from: treaty and article, or decision. */
  source: z.string(),
})

/** Days are counted from the end of the quarter, from the due date or from the meeting, as each name says. */
const Cadence = z.strictObject({
  dueDaysAfterQuarter: days,
  graceDays: days,
  briefDaysAfterDue: days,
  releaseDaysAfterCompilation: days,
  twgMeetingDaysAfterQuarter: z.strictObject({ earliest: days, latest: days }),
  /** The windows in which the working group meets, one meeting each. */
  swgMeetingWindows: z.array(z.strictObject({ from: monthDay, until: monthDay })),
  swgBriefDaysBeforeMeeting: days,
  meetingTime: z.strictObject({ start: z.iso.time({ precision: -1 }), minutes: z.int().positive() }),
  /** Local time at which reminders fall due. */
  reminderTime: z.iso.time({ precision: -1 }),
})

/** What one sector working group is. A deployment has exactly one; everything that differs between groups is here. */
export const Sector = z
  .strictObject({
    id,
    name: z.string(),
    country: z.string(),
    timeZone: z.string(),
    twgs: z.array(Twg).min(1),
    fixedSeats: z.array(z.strictObject({ id, name: z.string() })),
    donorSeat: z.strictObject({ from: day, termYears: z.int().positive(), donors: z.array(Donor).min(1) }),
    operators: z.array(z.string()),
    /** `also`: other names under which a province is known when somebody types it. */
    provinces: z.array(
      z.strictObject({ code: z.string(), name: z.string(), iso: z.string(), also: z.array(z.string()).optional() }),
    ),
    /** Days without work each year, and single days such as moved holidays. */
    holidays: z.strictObject({ every: z.array(monthDay), on: z.array(day) }),
    weekend: z.array(z.int().min(1).max(7)),
    obligations: z.array(Obligation),
    /** The TWG that answers for the obligations, with the secretariat. */
    coordinatingTwg: id,
    /** Yearly targets by indicator id of the forms, in the indicator's unit. */
    targets: z.array(z.strictObject({ indicator: z.string(), year: z.int(), value: z.number(), source: z.string() })),
    /** How the group reports to IATI 2.03; codes of its lists. */
    iati: z.strictObject({
      /** The group's organisation identifier, which begins the identifier of every activity. */
      reference: z.string(),
      organisationType: z.string(),
      /** In the OECD-DAC vocabulary. */
      dacSector: z.string().regex(/^\d{5}$/),
      /** In the group's own vocabulary, for what the DAC has no code for. */
      ownSector: z.strictObject({ code: z.string(), name: z.string() }),
    }),
    cadence: Cadence,
  })
  .refine(({ twgs, coordinatingTwg }) => twgs.some(({ id }) => id === coordinatingTwg), {
    path: ['coordinatingTwg'],
    error: 'Name one of the TWGs by its id',
  })
export type Sector = z.infer<typeof Sector>
