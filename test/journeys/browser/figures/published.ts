/** What the sector published of itself; the reports of these journeys say the same. What forms ask beyond it is invented. */
export const PUBLISHED = {
  /** Hectares cleared in 2021 by the two groups of operators, and their sum as it was reported. */
  cleared2021: { source: 'Reports of the sector for 2021', humanitarian: 7097, other: 407, reported: 7500 },
  /** January to June 2024. */
  halfYear2024: {
    source: 'National Regulatory Authority',
    itemsDestroyed: 33_500,
    sessions: 1425,
    villages: 472,
    participants: 153_663,
    accidents: 20,
    victims: 43,
    assisted: 1832,
  },
  /** US dollars received in 2023. */
  received2023: { source: 'Statement to the 12th Meeting of States Parties to the CCM', usd: 43_000_000 },
} as const
