import { randomUUID } from 'node:crypto';
import { type ApiProcess, ownPage, type World, type WorldAccount, type WorldFamily } from '@kinfold/shared/testing';
import { json, read, send } from './send';

/** Ids by the names that paths call them. */
export type Ids = Readonly<Record<string, string>>;

export interface FurnishedFamily {
  readonly family: WorldFamily;
  readonly ids: Ids;
}

const CHECK = 'coping-and-self-care-check';

/**
 * A family of three with one of everything that a path can name, written over HTTP by its therapist: what an answer of 200 needs,
 * and what an answer of 404 has to hide from others.
 */
export async function furnish(world: World, api: ApiProcess, therapist: WorldAccount): Promise<FurnishedFamily> {
  const { id: familyId } = await world.family({ therapist, members: 0 });
  const members = [
    await world.member(familyId, { given: 'Ana', family: 'Serra', standing: 'in-recovery' }),
    await world.member(familyId, { given: 'Bruno', family: 'Serra' }),
    await world.member(familyId, { given: 'Clara', family: 'Serra' }),
  ];
  const family: WorldFamily = { id: familyId, members };
  const [first, second] = members.map(({ id }) => id);
  const make = async (path: string, body?: unknown, version?: number): Promise<string> => {
    const sent = body === undefined ? { headers: {} } : json(body);
    const match = version === undefined ? {} : { 'If-Match': `"${version}"` };
    const answer = await send(api.staffUrl, `/api/v1/${path}`, {
      method: 'POST',
      ...sent,
      headers: { ...sent.headers, ...match, ...ownPage(therapist) },
    });
    if (answer.status >= 300) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
    const made = read(answer);
    return String(made['id'] ?? made['lineId'] ?? '');
  };
  const relationshipId = await make(`families/${family.id}/relationships`, {
    fromMemberId: first,
    toMemberId: second,
    kind: 'partner-of',
    startedOn: null,
  });
  const administrationId = await make(`families/${family.id}/administrations`, {
    instrument: CHECK,
    respondentMemberId: second,
    language: 'en',
  });
  const consentId = await make(`families/${family.id}/consents`, {
    giverMemberId: first,
    recipientMemberIds: [second],
    purpose: 'family-support',
    language: 'en',
    signedBy: 'Ana Serra',
    alsoSignedBy: null,
    signedOn: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
    expiresOn: null,
  });
  const sessionId = await world.session(family, therapist, { startsInHours: -0.2 });
  await make(`sessions/${sessionId}/room`, undefined, 1);
  const momentId = randomUUID();
  await make(`sessions/${sessionId}/moments`, {
    id: momentId,
    kind: 'turn',
    memberId: first,
    technique: null,
    words: null,
    at: new Date().toISOString(),
  });
  const noteId = await make(`sessions/${sessionId}/note`);
  await make(`sessions/${sessionId}/end`, undefined, 2);
  const summaryId = await make(`sessions/${sessionId}/summary`);
  const lineId = await make(`summaries/${summaryId}/lines`, {
    kind: 'went-well',
    aboutMemberId: second,
    askedAlone: true,
    text: 'Bruno rests on Sundays.',
  });
  await make(`summaries/${summaryId}/release`, { recipientIds: [second] }, 2);
  const ids: Ids = {
    familyId,
    relationshipId,
    administrationId,
    consentId,
    sessionId,
    momentId,
    noteId,
    summaryId,
    lineId,
    sectionId: randomUUID(),
  };
  return { family, ids };
}
