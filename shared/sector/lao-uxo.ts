import { laoProvinces } from './lao-provinces.ts'
import type { Sector } from './schema.ts'

/**
 * The UXO sector of the Lao PDR, the default sector. It is checked by its schema whenever the stack is synthesized, here or for AWS;
 * a function that starts does not check the constant again.
 */
export const laoUxo: Sector = {
  id: 'lao-uxo',
  name: 'UXO Sector Working Group, Lao PDR',
  country: 'LA',
  timeZone: 'Asia/Vientiane',
  twgs: [
    { id: 'survey-clearance', name: 'Survey and Clearance', number: 1 },
    { id: 'victim-assistance', name: 'Victim Assistance', number: 2 },
    { id: 'risk-education', name: 'Risk Education', number: 3 },
    { id: 'information-management', name: 'Information Management', number: 4 },
    { id: 'coordination-policy-funding', name: 'Coordination, Policy and Funding Strategy', number: 5 },
  ],
  fixedSeats: [
    { id: 'mofa', name: 'Ministry of Foreign Affairs' },
    { id: 'undp', name: 'UNDP' },
  ],
  donorSeat: {
    from: '2025-01-01',
    termYears: 1,
    donors: [
      { id: 'canada', name: 'Canada' },
      { id: 'ireland', name: 'Ireland' },
      { id: 'japan', name: 'Japan' },
      { id: 'luxembourg', name: 'Luxembourg' },
      { id: 'new-zealand', name: 'New Zealand' },
      { id: 'norway', name: 'Norway' },
      { id: 'republic-of-korea', name: 'Republic of Korea' },
      { id: 'united-kingdom', name: 'United Kingdom' },
      { id: 'united-states', name: 'United States' },
    ],
  },
  operators: ['UXO Lao', 'Unit 58', 'HALO Trust', 'HI', 'JMAS', 'MAG', 'NPA', 'World Education'],
  provinces: laoProvinces,
  holidays: { every: ['01-01', '03-08', '04-14', '04-15', '04-16', '05-01', '12-02'], on: [] },
  weekend: [6, 7],
  obligations: [
    {
      id: 'ccw-ap2',
      name: 'CCW Amended Protocol II report',
      due: { every: '03-31' },
      source: 'CCW Amended Protocol II, Article 13',
    },
    { id: 'ccw-p5', name: 'CCW Protocol V report', due: { every: '03-31' }, source: 'CCW Protocol V, Article 10' },
    {
      id: 'ccm-7',
      name: 'CCM Article 7 report',
      due: { every: '04-30' },
      source: 'Convention on Cluster Munitions, Article 7',
    },
  ],
  coordinatingTwg: 'coordination-policy-funding',
  targets: [
    {
      indicator: 'areaCleared',
      year: 2024,
      value: 75_085_714,
      source: 'National Regulatory Authority: 5,256 ha cleared January to October 2024 are 70 % of the target',
    },
  ],
  iati: {
    // Until the group registers with IATI, its own name for itself.
    reference: 'LA-UXO-SWG',
    // Organisation type 10: government.
    organisationType: '10',
    // Removal of land mines and explosive remnants of war.
    dacSector: '15250',
    ownSector: { code: 'SDG-18', name: 'Lives safe from UXO' },
  },
  cadence: {
    dueDaysAfterQuarter: 15,
    graceDays: 7,
    briefDaysAfterDue: 8,
    releaseDaysAfterCompilation: 3,
    twgMeetingDaysAfterQuarter: { earliest: 25, latest: 45 },
    swgMeetingWindows: [
      { from: '05-15', until: '06-30' },
      { from: '11-15', until: '12-20' },
    ],
    swgBriefDaysBeforeMeeting: 14,
    meetingTime: { start: '09:00', minutes: 180 },
    reminderTime: '08:00',
  },
}
