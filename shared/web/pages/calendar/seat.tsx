import type { SeatChange } from '#shared/domain/calendar/seat.ts'
import { isSecretariat } from '#shared/domain/contact.ts'
import { dayAt } from '#shared/domain/dates.ts'
import type { Refusal } from '../../access/mendable.ts'
import { Button } from '../../components/button.tsx'
import { ErrorSummary, mistakesOf } from '../../components/error-summary.tsx'
import { Radios, Select } from '../../components/form/choices.tsx'
import { Hidden, TextInput } from '../../components/form/inputs.tsx'
import { type Frame, useFrame } from '../../components/frame.ts'
import { PageHeading, SectionHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'
import { Notice, NoticeText } from '../../components/notice.tsx'
import { Table } from '../../components/table.tsx'
import { Words } from '../../components/words.tsx'
import type { SeatSheet } from '../../services.ts'

export const SEAT_FIELDS = ['kind', 'from', 'with', 'reason'] as const
export type SeatFields = Record<(typeof SEAT_FIELDS)[number], string>

interface SeatPageProps {
  readonly seat: SeatSheet
  readonly typed: SeatFields
  readonly refusal?: Refusal
  readonly done?: boolean
}

/** The turns of the donor seat; for the secretariat the form to skip, swap or take back, and for everyone what was changed and why. */
export const SeatPage = ({ seat, typed, refusal, done = false }: SeatPageProps) => {
  const { t, sector, actor, now } = useFrame()
  const today = dayAt(now, sector.timeZone)
  return (
    <Layout
      title={t.seat.title}
      hasProblems={refusal !== undefined}
      back={{ href: '/meetings', text: t.frame.backTo(t.calendar.title) }}
      notice={
        done && (
          <Notice done>
            <NoticeText>{t.seat.done}</NoticeText>
          </Notice>
        )
      }
    >
      <ErrorSummary mistakes={mistakesOf(refusal)} />
      <PageHeading>{t.seat.title}</PageHeading>
      <p class="govuk-body app-prose">{t.seat.intro}</p>
      <Turns seat={seat} />
      {actor && isSecretariat(actor.roles, today) && <ChangeForm seat={seat} typed={typed} refusal={refusal} />}
      {seat.changes.length > 0 && (
        <>
          <SectionHeading>{t.seat.history}</SectionHeading>
          <ul class="govuk-list govuk-list--bullet">
            {seat.changes.map((change) => (
              <li>
                {changeText(change, useFrame())}: <Words text={change.reason} /> (
                {t.seat.by(change.by, t.formats.moment(change.at, sector.timeZone))})
              </li>
            ))}
          </ul>
        </>
      )}
    </Layout>
  )
}

const nameOf = (donor: string, { sector }: Frame): string =>
  sector.donorSeat.donors.find(({ id }) => id === donor)?.name ?? donor

const changeText = (change: SeatChange, frame: Frame): string => {
  const { seat, formats } = frame.t
  const [donor, from] = [nameOf(change.donor, frame), formats.day(change.from)]
  const texts = {
    skip: () => seat.skipped(donor, from),
    swap: () => seat.swapped(donor, from, formats.day(change.with ?? change.from)),
    undo: () => seat.undone(donor, from),
  }
  return texts[change.kind]()
}

const Turns = ({ seat }: { seat: SeatSheet }) => {
  const frame = useFrame()
  const { t, sector, now } = frame
  const today = dayAt(now, sector.timeZone)
  return (
    <Table
      id="turns"
      caption={t.seat.turns}
      columns={[t.seat.donor, t.seat.from, t.seat.until].map((head) => ({ head }))}
      rows={seat.turns.map(({ donor, from, until, reason }) => [
        <>
          {nameOf(donor, frame)}
          {(from <= today && today <= until ? [t.seat.now] : reason ? [reason] : []).map((note) => (
            <>
              <br />
              <em>
                <Words text={note} />
              </em>
            </>
          ))}
        </>,
        t.formats.day(from),
        t.formats.day(until),
      ])}
    />
  )
}

const ChangeForm = ({ seat, typed, refusal }: { seat: SeatSheet; typed: SeatFields; refusal: Refusal | undefined }) => {
  const frame = useFrame()
  const { t, sector, now } = frame
  const today = dayAt(now, sector.timeZone)
  const turns = seat.turns
    .filter(({ from }) => from > today)
    .map(({ donor, from }) => [from, t.seat.turnOf(nameOf(donor, frame), t.formats.day(from))] as const)
  const at = (name: keyof SeatFields, label: string) => ({
    name,
    label,
    value: typed[name],
    error: refusal?.field === name ? refusal.message : undefined,
  })
  return (
    <>
      <SectionHeading>{t.seat.change}</SectionHeading>
      <form method="post" action="/calendar/seat" novalidate>
        <Hidden name="version" value={seat.version} />
        <Radios {...at('kind', t.seat.kind)} options={Object.entries(t.seat.kinds)} />
        <Select {...at('from', t.seat.turn)} options={turns} />
        <Select {...at('with', t.seat.other)} hint={t.seat.otherHint} options={turns} />
        <TextInput {...at('reason', t.seat.reason)} />
        <Button>{t.seat.button}</Button>
      </form>
    </>
  )
}
