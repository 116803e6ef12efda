import type { ConsentText } from './texts';

/** Own wording, for Kinfold. What has to be said: 42 CFR 2.31(a); the warning to the reader: 42 CFR 2.32. */
export const english: ConsentText = {
  title: 'Permission to share what our family reads',
  giver: 'This is the permission of {giver}.',
  discloser: 'Who may share: {clinic}, through the people there who work with my family.',
  information:
    'What may be shared: the lines about me in the summaries that the clinic writes for my family after a session. A line says what went well, what we decided, what someone does until next time, or when we meet again. Notes, test results and medication are not part of it.',
  recipients: 'Who may read it: {recipients}. Nobody else.',
  purpose: 'What it is for: {purpose}',
  purposes: {
    'family-support': 'so that my family knows how to support me and one another.',
    'shared-decisions': 'so that we can keep to what we decided together.',
    safety: 'so that my family and I stay safe.',
  },
  revoking:
    'I can take this back at any time, for any reason. I tell anyone at the clinic, in person, by phone or in writing. From that minute nothing more is shown. What was read before cannot be made unread.',
  refusing:
    'I do not have to sign. If I do not, my treatment stays the same. The people named here then do not get to read these lines.',
  expiry: 'This permission ends by itself on {expires}, or earlier when I take it back.',
  redisclosure:
    'Those who read are told: federal rules (42 CFR part 2) protect what they read. They may not pass it on, and it may not be used in court or by an authority against me, unless I agree in writing or those rules allow it.',
  signature: 'Signed by: {signer}',
  secondSignature: 'Signed with: {name} ({relationship})',
  relationships: { parent: 'parent', guardian: 'guardian' },
  witness: 'Witness at the clinic: {witness}',
  date: 'Day: {date}',
  copy: 'I was given a copy.',
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  dateForm: '{day} {month} {year}',
  and: 'and',
};
