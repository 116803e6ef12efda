import type {
  AttendanceStatus,
  CancelReason,
  Modality,
  MomentKind,
  SessionClass,
  SessionKind,
} from '@kinfold/sessions/domain';
import type { OfFamily, Words } from './rows';

export interface SessionRow extends OfFamily {
  readonly kind: SessionKind;
  readonly class: SessionClass;
  readonly modality: Modality;
  readonly room: string | null;
  readonly localStart: string;
  readonly timeZone: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly status: 'planned' | 'closed' | 'cancelled';
  readonly openedAt: string | null;
  readonly startedAt: string | null;
  readonly stoppedAt: string | null;
  readonly cancelReason: CancelReason | null;
  readonly cancelWordsSealed: Words | null;
  readonly createdBy: string;
}

interface Booking {
  readonly clinicId: string;
  readonly sessionId: string;
  readonly familyId: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly cancelled: boolean;
}

export interface SessionClinicianRow extends Booking {
  readonly accountId: string;
}

export interface SessionMemberRow extends Booking {
  readonly memberId: string;
}

export interface AttendanceRow extends OfFamily {
  readonly sessionId: string;
  readonly memberId: string;
  readonly status: AttendanceStatus;
  readonly recordedBy: string;
  readonly recordedAt: string;
}

export interface ParticipationRow extends OfFamily {
  readonly sessionId: string;
  readonly memberId: string;
  readonly engagement: number;
  readonly connection: number;
  readonly safety: number;
  readonly ratedBy: string;
  readonly ratedAt: string;
}

export interface MomentRow extends OfFamily {
  readonly sessionId: string;
  readonly memberId: string | null;
  readonly kind: MomentKind;
  readonly technique: string | null;
  readonly class: SessionClass;
  readonly wordsSealed: Words | null;
  readonly at: string;
  readonly recordedBy: string;
  readonly recordedAt: string;
}
